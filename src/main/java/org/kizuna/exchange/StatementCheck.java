package org.kizuna.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.exchange.Finding.Severity;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.CountryNames;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Money;

/** Makes sense of a statement's rows, against what the register holds, and says what is odd about each. */
final class StatementCheck {

    private static final int EARLIEST = 1966;

    static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final LocalDate today;
    private final FigureStyle style;
    private final StatementDonors donors;
    private final EnteredBefore before;
    private final Set<List<Object>> seen = new HashSet<>();

    StatementCheck(
            List<StatementReader.Raw> rows,
            Reading reading,
            PartnerQueries partners,
            EntryQueries entries,
            LocalDate today) {
        this.today = today;
        this.donors = new StatementDonors(rows, reading, partners);
        this.before = new EnteredBefore(rows, donors.known(), entries);
        this.style = reading.style() == null
                ? FigureStyle.of(
                        rows.stream().map(row -> AmountText.of(row.amount())).toList())
                : new FigureStyle(reading.style(), true);
    }

    StatementRow check(StatementReader.Raw raw) {
        List<Finding> findings = new ArrayList<>();
        boolean lost = lostCharacters(raw, findings);
        Integer year = year(raw, findings);
        if (raw.donor().isEmpty()) {
            error(findings, ContributionStatement.DONOR, "required");
        } else if (raw.donor().length() > 250) {
            error(findings, ContributionStatement.DONOR, "tooLong", 250);
        }
        ContributionStatement.Meaning meaning = category(raw, findings);
        Instrument instrument = instrument(raw, findings);
        BigDecimal figure = figure(raw, findings);
        PartnerRow partner = donors.partner(raw, findings);
        String registeredAs = donors.registeredAs(raw.donor());
        boolean collective = partner == null
                ? meaning != null && ContributionStatement.isCollective(raw.donor(), meaning)
                : partner.collective();
        Sector sector = sector(partner, meaning);
        CountryCode country = lost ? null : country(raw, partner, sector, collective, findings);
        if (partner == null && !raw.donor().isEmpty() && !lost) {
            findings.add(donors.asked(raw.donor()));
        } else if (partner != null
                && meaning != null
                && meaning.sector() != null
                && partner.sector() != meaning.sector()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    ContributionStatement.CATEGORY,
                    "sectorDiffers",
                    List.of(partner.reference().value())));
        }
        checkRepetition(partner, registeredAs, instrument, year, figure, findings);
        return new StatementRow(
                raw.line(),
                raw.year(),
                raw.donor(),
                raw.category(),
                raw.revenueType(),
                raw.amount(),
                year,
                sector,
                collective,
                country,
                instrument,
                figure,
                partner == null ? null : partner.reference(),
                registeredAs,
                List.copyOf(findings));
    }

    /** A letter that its publisher lost can't be guessed: the row and the column are named. */
    private static boolean lostCharacters(StatementReader.Raw raw, List<Finding> findings) {
        boolean lost = false;
        for (var field : List.of(
                Map.entry(ContributionStatement.YEAR, raw.year()),
                Map.entry(ContributionStatement.DONOR, raw.donor()),
                Map.entry(ContributionStatement.CATEGORY, raw.category()),
                Map.entry(ContributionStatement.REVENUE_TYPE, raw.revenueType()),
                Map.entry(ContributionStatement.AMOUNT, raw.amount()))) {
            if (LostLetters.in(field.getValue())) {
                error(findings, field.getKey(), "characterLost", StatementReader.quoted(field.getValue()));
                lost = true;
            }
        }
        return lost;
    }

    private static @Nullable Sector sector(
            @Nullable PartnerRow partner, ContributionStatement.@Nullable Meaning meaning) {
        if (partner != null) {
            return partner.sector();
        }
        return meaning == null ? null : meaning.sector();
    }

    private @Nullable Integer year(StatementReader.Raw raw, List<Finding> findings) {
        if (raw.year().isEmpty()) {
            error(findings, ContributionStatement.YEAR, "required");
            return null;
        }
        if (!YEAR.matcher(raw.year()).matches()) {
            error(findings, ContributionStatement.YEAR, "notAYear", StatementReader.quoted(raw.year()));
            return null;
        }
        int year = Integer.parseInt(raw.year());
        if (year < EARLIEST || LocalDate.of(year, 12, 31).isAfter(today)) {
            error(
                    findings,
                    ContributionStatement.YEAR,
                    "yearOutOfRange",
                    String.valueOf(EARLIEST),
                    String.valueOf(today.getYear() - 1));
            return null;
        }
        return year;
    }

    private static ContributionStatement.@Nullable Meaning category(StatementReader.Raw raw, List<Finding> findings) {
        ContributionStatement.Meaning meaning = ContributionStatement.category(raw.category());
        if (raw.category().isEmpty()) {
            error(findings, ContributionStatement.CATEGORY, "required");
        } else if (meaning == null) {
            error(
                    findings,
                    ContributionStatement.CATEGORY,
                    "unknownCategory",
                    StatementReader.quoted(raw.category()),
                    ContributionStatement.knownCategories());
        }
        return meaning;
    }

    private static @Nullable Instrument instrument(StatementReader.Raw raw, List<Finding> findings) {
        Instrument instrument = ContributionStatement.instrument(raw.revenueType());
        if (raw.revenueType().isEmpty()) {
            error(findings, ContributionStatement.REVENUE_TYPE, "required");
        } else if (instrument == null) {
            error(
                    findings,
                    ContributionStatement.REVENUE_TYPE,
                    "unknownRevenueType",
                    StatementReader.quoted(raw.revenueType()),
                    ContributionStatement.knownRevenueTypes());
        }
        return instrument;
    }

    private @Nullable BigDecimal figure(StatementReader.Raw raw, List<Finding> findings) {
        String column = ContributionStatement.AMOUNT;
        if (raw.amount().isEmpty()) {
            error(findings, column, "required");
            return null;
        }
        BigDecimal figure = style.read(AmountText.of(StatementReader.quoted(raw.amount())), findings);
        if (figure == null) {
            return null;
        }
        if (!ContributionStatement.isPlausible(figure)) {
            error(findings, column, "tooLarge");
            return null;
        }
        if (figure.signum() < 0) {
            findings.add(new Finding(Severity.NOTE, column, "willBeRefund", List.of()));
        } else if (figure.signum() == 0) {
            findings.add(new Finding(Severity.WARNING, column, "figureIsZero", List.of()));
        }
        var currency = Currencies.find(ContributionStatement.CURRENCY).orElseThrow();
        if (!Money.fits(figure, currency)) {
            findings.add(new Finding(
                    Severity.NOTE,
                    column,
                    "willBeRounded",
                    List.of(Money.rounded(figure, currency).plain())));
        }
        return figure;
    }

    private static @Nullable CountryCode country(
            StatementReader.Raw raw,
            @Nullable PartnerRow partner,
            @Nullable Sector sector,
            boolean collective,
            List<Finding> findings) {
        if (partner != null) {
            return partner.country();
        }
        CountryCode country = CountryNames.find(raw.donor()).orElse(null);
        if (sector == Sector.GOVERNMENT
                && country == null
                && !collective
                && !raw.donor().isEmpty()) {
            error(findings, ContributionStatement.DONOR, "countryNotRecognised", StatementReader.quoted(raw.donor()));
        }
        return country;
    }

    private void checkRepetition(
            @Nullable PartnerRow partner,
            String donor,
            @Nullable Instrument instrument,
            @Nullable Integer year,
            @Nullable BigDecimal figure,
            List<Finding> findings) {
        if (instrument == null || year == null) {
            return;
        }
        if (partner != null) {
            Optional<Finding> entered = before.find(partner.reference(), instrument, year, figure);
            entered.ifPresent(findings::add);
            if (entered.filter(finding -> finding.severity() == Severity.NOTE).isPresent()) {
                return;
            }
        }
        String whose = partner == null ? donor : partner.reference().value();
        if (!seen.add(List.of(whose, instrument, year))) {
            findings.add(new Finding(Severity.WARNING, ContributionStatement.AMOUNT, "rowRepeated", List.of()));
        }
    }

    private static void error(List<Finding> findings, String column, String key, Object... arguments) {
        findings.add(new Finding(Severity.ERROR, column, key, List.of(arguments)));
    }
}

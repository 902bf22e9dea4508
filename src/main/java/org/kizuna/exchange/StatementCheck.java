package org.kizuna.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.contribution.Instrument;
import org.kizuna.exchange.Finding.Severity;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.search.KnownName;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.CountryNames;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;

/** Makes sense of a statement's rows, against what the register holds, and says what is odd about each. */
final class StatementCheck {

    private static final int EARLIEST = 1966;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final LocalDate today;
    private final Map<String, PartnerRow> partners;
    private final Map<String, PartnerRow> governments;
    private final FigureStyle style;
    private final Map<Key, Reference> before = new HashMap<>();
    private final Set<Key> seen = new HashSet<>();

    StatementCheck(List<StatementReader.Raw> rows, PartnerQueries partners, EntryQueries entries, LocalDate today) {
        this.today = today;
        this.partners =
                partners.byName(rows.stream().map(StatementReader.Raw::donor).toList());
        this.governments = governments(rows, partners);
        this.style = FigureStyle.of(
                rows.stream().map(row -> AmountText.of(row.amount())).toList());
        List<Reference> known = Stream.concat(this.partners.values().stream(), governments.values().stream())
                .map(PartnerRow::reference)
                .distinct()
                .toList();
        List<Short> years = rows.stream()
                .map(StatementReader.Raw::year)
                .filter(year -> YEAR.matcher(year).matches())
                .map(Short::valueOf)
                .distinct()
                .toList();
        entries.statedBefore(known, years)
                .forEach(entry ->
                        before.put(new Key(entry.donor().value(), entry.instrument(), entry.year()), entry.entry()));
    }

    /** Governments that a file calls by another usual name of their country, by the form of that name. */
    private Map<String, PartnerRow> governments(List<StatementReader.Raw> rows, PartnerQueries queries) {
        Map<String, CountryCode> countries = new HashMap<>();
        for (StatementReader.Raw row : rows) {
            String form = KnownName.form(row.donor());
            if (!partners.containsKey(form)) {
                CountryNames.find(row.donor()).ifPresent(country -> countries.put(form, country));
            }
        }
        List<String> spellings = countries.values().stream()
                .distinct()
                .flatMap(country -> CountryNames.spellings(country).stream())
                .toList();
        Map<CountryCode, PartnerRow> known = new HashMap<>();
        queries.byName(spellings).values().stream()
                .filter(partner -> partner.sector() == Sector.GOVERNMENT && partner.country() != null)
                .sorted(Comparator.comparing(PartnerRow::reference))
                .forEach(partner -> known.putIfAbsent(Objects.requireNonNull(partner.country()), partner));
        Map<String, PartnerRow> found = new HashMap<>();
        countries.forEach((form, country) -> {
            PartnerRow government = known.get(country);
            if (government != null) {
                found.put(form, government);
            }
        });
        return found;
    }

    /** The partner of that name, or the government of the country that is usually called so. */
    private @Nullable PartnerRow partner(
            StatementReader.Raw raw, ContributionStatement.@Nullable Meaning meaning, List<Finding> findings) {
        String form = KnownName.form(raw.donor());
        PartnerRow partner = partners.get(form);
        PartnerRow government = governments.get(form);
        if (partner != null || government == null || meaning == null || meaning.sector() != Sector.GOVERNMENT) {
            return partner;
        }
        findings.add(new Finding(
                Severity.NOTE,
                ContributionStatement.DONOR,
                "knownByAnotherName",
                List.of(government.legalName(), government.reference().value())));
        return government;
    }

    StatementRow check(StatementReader.Raw raw) {
        List<Finding> findings = new ArrayList<>();
        Integer year = year(raw, findings);
        if (raw.donor().isEmpty()) {
            error(findings, ContributionStatement.DONOR, "required");
        } else if (raw.donor().length() > 250) {
            error(findings, ContributionStatement.DONOR, "tooLong", 250);
        }
        ContributionStatement.Meaning meaning = category(raw, findings);
        Instrument instrument = instrument(raw, findings);
        BigDecimal figure = figure(raw, findings);
        PartnerRow partner = partner(raw, meaning, findings);
        boolean collective = partner == null
                ? meaning != null && ContributionStatement.isCollective(raw.donor(), meaning)
                : partner.collective();
        Sector sector = sector(partner, meaning);
        CountryCode country = country(raw, partner, sector, collective, findings);
        if (partner == null && !raw.donor().isEmpty()) {
            findings.add(new Finding(Severity.NOTE, ContributionStatement.DONOR, "willBeRegistered", List.of()));
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
        checkRepetition(raw, partner, instrument, year, findings);
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
                List.copyOf(findings));
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
            error(findings, ContributionStatement.YEAR, "notAYear", raw.year());
            return null;
        }
        int year = Integer.parseInt(raw.year());
        if (year < EARLIEST || LocalDate.of(year, 12, 31).isAfter(today)) {
            error(findings, ContributionStatement.YEAR, "yearOutOfRange", EARLIEST, today.getYear() - 1);
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
                    raw.category(),
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
                    raw.revenueType(),
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
        BigDecimal figure = style.read(AmountText.of(raw.amount()), findings);
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
            error(findings, ContributionStatement.DONOR, "countryNotRecognised", raw.donor());
        }
        return country;
    }

    private void checkRepetition(
            StatementReader.Raw raw,
            @Nullable PartnerRow partner,
            @Nullable Instrument instrument,
            @Nullable Integer year,
            List<Finding> findings) {
        if (instrument == null || year == null) {
            return;
        }
        if (partner != null) {
            Reference entered = before.get(new Key(partner.reference().value(), instrument, year));
            if (entered != null) {
                error(findings, ContributionStatement.AMOUNT, "enteredBefore", entered.value());
            }
        }
        if (!seen.add(new Key(KnownName.form(raw.donor()), instrument, year))) {
            findings.add(new Finding(Severity.WARNING, ContributionStatement.AMOUNT, "rowRepeated", List.of()));
        }
    }

    private static void error(List<Finding> findings, String column, String key, Object... arguments) {
        findings.add(new Finding(Severity.ERROR, column, key, List.of(arguments)));
    }

    private record Key(String donor, Instrument instrument, int year) {}
}

package org.kizuna.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.Finding.Severity;
import org.kizuna.partner.PartnerNamed;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.Sector;
import org.kizuna.search.KnownName;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.CountryNames;
import org.kizuna.shared.Reference;

/**
 * Whom the names of a file stand for: partners of that name, governments by another usual name of their country, whoever
 * somebody said; and which names are written nearly as a partner's or as another of the file, so that somebody has to
 * say. Names are compared by {@link KnownName#form}.
 */
final class StatementDonors {

    /** Before the form of another name of the file, in what somebody said. */
    static final String AS = "=";

    private final Reading reading;
    private final Map<String, PartnerRow> exact;
    private final Map<String, PartnerRow> governments = new HashMap<>();
    private final Map<String, PartnerRow> said = new HashMap<>();
    private final Map<String, PartnerNamed> likely = new HashMap<>();

    /** By form, the name in the file that was there first and is written nearly so. */
    private final Map<String, String> alike = new HashMap<>();

    /** By form, the name in the file by which the same country was called first. */
    private final Map<String, String> countries = new HashMap<>();

    StatementDonors(List<StatementReader.Raw> rows, Reading reading, PartnerQueries partners) {
        this.reading = reading;
        exact = partners.byName(rows.stream().map(StatementReader.Raw::donor).toList());
        reading.donors().forEach((form, reference) -> partners.row(reference).ifPresent(row -> said.put(form, row)));
        Map<String, String> unknown = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.donor().isEmpty() && !exact.containsKey(KnownName.form(row.donor())))
                .forEach(row -> unknown.putIfAbsent(KnownName.form(row.donor()), row.donor()));
        governments(rows, partners);
        partners.likely(unknown.values()).forEach((name, named) -> likely.put(KnownName.form(name), named));
        partners.alike(unknown.values()).forEach((name, first) -> alike.put(KnownName.form(name), first));
    }

    /** Governments that are called by a usual name of their country; one that is not known yet by its first name. */
    private void governments(List<StatementReader.Raw> rows, PartnerQueries partners) {
        Map<String, CountryCode> named = new HashMap<>();
        Map<CountryCode, String> first = new HashMap<>();
        for (StatementReader.Raw row : rows) {
            String form = KnownName.form(row.donor());
            if (!exact.containsKey(form) && isGovernment(row)) {
                CountryNames.find(row.donor()).ifPresent(country -> {
                    named.put(form, country);
                    countries.put(form, first.computeIfAbsent(country, key -> row.donor()));
                });
            }
        }
        Map<CountryCode, PartnerRow> known = partners
                .byName(named.values().stream()
                        .distinct()
                        .flatMap(country -> CountryNames.spellings(country).stream())
                        .toList())
                .values()
                .stream()
                .filter(partner -> partner.sector() == Sector.GOVERNMENT && partner.country() != null)
                .sorted(Comparator.comparing(PartnerRow::reference))
                .collect(Collectors.toMap(
                        partner -> Objects.requireNonNull(partner.country()),
                        Function.identity(),
                        (one, other) -> one));
        named.forEach((form, country) -> {
            PartnerRow government = known.get(country);
            if (government != null) {
                governments.put(form, government);
            }
        });
    }

    private static boolean isGovernment(StatementReader.Raw row) {
        ContributionStatement.Meaning meaning = ContributionStatement.category(row.category());
        return meaning != null && meaning.sector() == Sector.GOVERNMENT;
    }

    /** Every partner that a name of the file may stand for. */
    List<Reference> known() {
        return Stream.of(exact, governments, said)
                .flatMap(some -> some.values().stream())
                .map(PartnerRow::reference)
                .distinct()
                .toList();
    }

    @Nullable
    PartnerRow partner(StatementReader.Raw raw, List<Finding> findings) {
        String form = said(raw.donor());
        PartnerRow chosen = said.get(form);
        PartnerRow partner = exact.get(form);
        PartnerRow government = governments.get(form);
        if (chosen != null) {
            return chosen;
        }
        if (partner != null || government == null || !isGovernment(raw)) {
            return partner;
        }
        findings.add(new Finding(
                Severity.NOTE,
                ContributionStatement.DONOR,
                "knownByAnotherName",
                List.of(
                        StatementReader.quoted(government.legalName()),
                        government.reference().value())));
        return government;
    }

    /** The form of the name under which a donor who is not known is registered. */
    String registeredAs(String donor) {
        String form = said(donor);
        String country = countries.get(form);
        return country == null ? form : KnownName.form(country);
    }

    /** The form of the name, or of the one that somebody said it stands for. */
    private String said(String donor) {
        String form = KnownName.form(donor);
        String answer = reading.donors().getOrDefault(form, "");
        return answer.startsWith(AS) ? answer.substring(AS.length()) : form;
    }

    /** What becomes of a donor who is not known: registered, or asked about. */
    Finding asked(String donor) {
        String form = KnownName.form(donor);
        String country = countries.getOrDefault(form, donor);
        if (!KnownName.form(country).equals(form)) {
            return finding(Severity.NOTE, "willBeOneWith", StatementReader.quoted(country));
        }
        PartnerNamed named = likely.get(form);
        String other = alike.get(form);
        if (reading.donors().containsKey(form) || (named == null && other == null)) {
            return finding(Severity.NOTE, "willBeRegistered");
        }
        return named != null
                ? finding(
                        Severity.ERROR,
                        StatementRow.LIKELY,
                        StatementReader.quoted(named.legalName()),
                        named.reference().value())
                : finding(
                        Severity.ERROR,
                        StatementRow.LIKELY_IN_FILE,
                        StatementReader.quoted(Objects.requireNonNull(other)),
                        AS + KnownName.form(Objects.requireNonNull(other)));
    }

    private static Finding finding(Severity severity, String key, Object... arguments) {
        return new Finding(severity, ContributionStatement.DONOR, key, List.of(arguments));
    }
}

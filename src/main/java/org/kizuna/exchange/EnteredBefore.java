package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.exchange.Finding.Severity;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.shared.Reference;

/** What statements have entered of the donors and years of a file: each entry stands for one row. */
final class EnteredBefore {

    private final Map<Key, List<EntryQueries.StatedBefore>> entered = new HashMap<>();

    EnteredBefore(List<StatementReader.Raw> rows, List<Reference> donors, EntryQueries entries) {
        List<Short> years = rows.stream()
                .map(StatementReader.Raw::year)
                .filter(year -> StatementCheck.YEAR.matcher(year).matches())
                .map(Short::valueOf)
                .distinct()
                .toList();
        entries.statedBefore(donors, years).forEach(entry -> entered.computeIfAbsent(
                        new Key(entry.donor(), entry.instrument(), entry.year()), key -> new ArrayList<>())
                .add(entry));
    }

    /** Whether the row's figure is one of those, which then stands for no other row; or another is. */
    Optional<Finding> find(Reference donor, Instrument instrument, int year, @Nullable BigDecimal figure) {
        List<EntryQueries.StatedBefore> before =
                entered.getOrDefault(new Key(donor, instrument, year), new ArrayList<>());
        for (EntryQueries.StatedBefore entry : before) {
            if (figure != null && entry.figure().compareTo(figure) == 0) {
                before.remove(entry);
                return Optional.of(finding(
                        Severity.NOTE,
                        StatementRow.ENTERED_BEFORE,
                        entry.entry().value()));
            }
        }
        return before.stream()
                .findFirst()
                .map(entry -> finding(
                        Severity.ERROR,
                        "enteredOtherwise",
                        entry.entry().value(),
                        entry.figure().stripTrailingZeros().toPlainString()));
    }

    private static Finding finding(Severity severity, String key, Object... arguments) {
        return new Finding(severity, ContributionStatement.AMOUNT, key, List.of(arguments));
    }

    private record Key(Reference donor, Instrument instrument, int year) {}
}

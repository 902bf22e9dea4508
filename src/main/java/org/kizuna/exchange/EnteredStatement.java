package org.kizuna.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.StatedEntry;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.shared.Despite;
import org.kizuna.shared.Reference;

/** The rows of a statement as what they become: partners who are not known yet, and entries. */
final class EnteredStatement {

    private final List<StatementRow> rows;
    private final String source;
    /** By the form of the name that means them. */
    private final Map<String, Reference> registered = new HashMap<>();

    EnteredStatement(List<StatementRow> rows, String source) {
        this.rows = rows;
        this.source = source;
    }

    /** Registers who is not known yet; of each that is called nearly as another, somebody has said that it is one. */
    List<String> register(PartnerRegister partners) {
        Map<String, PartnerData> unknown = new LinkedHashMap<>();
        for (StatementRow row : rows) {
            if (row.partner() != null) {
                registered.putIfAbsent(row.registeredAs(), row.partner());
            }
        }
        for (StatementRow row : rows) {
            if (!registered.containsKey(row.registeredAs())) {
                unknown.computeIfAbsent(row.registeredAs(), first -> partner(row));
            }
        }
        List<PartnerData> all = List.copyOf(unknown.values());
        List<Reference> references = Despite.during(
                Set.of("likelyDuplicate"), "Looked at before it was entered", () -> partners.registerAll(all));
        Iterator<Reference> next = references.iterator();
        unknown.keySet().forEach(name -> registered.put(name, next.next()));
        return references.stream().map(Reference::value).toList();
    }

    private static PartnerData partner(StatementRow row) {
        var meaning = ContributionStatement.category(row.category());
        return new PartnerData(
                null,
                row.donor(),
                null,
                null,
                row.sector(),
                meaning == null ? null : meaning.type(),
                row.country() == null ? null : row.country().value(),
                null,
                null,
                null,
                row.collective(),
                List.of(),
                List.of(),
                List.of());
    }

    List<StatedEntry> entries() {
        List<StatedEntry> entries = new ArrayList<>();
        for (StatementRow row : rows) {
            Instrument instrument = Objects.requireNonNull(row.instrument());
            entries.add(new StatedEntry(
                    donor(row),
                    instrument,
                    Objects.requireNonNull(ContributionStatement.PURPOSES.get(instrument)),
                    ContributionStatement.CURRENCY,
                    Objects.requireNonNull(row.figure()),
                    LocalDate.of(Objects.requireNonNull(row.year()), 12, 31),
                    source,
                    row.line()));
        }
        return entries;
    }

    /** References of all of them. */
    List<String> donors() {
        return rows.stream().map(row -> donor(row).value()).distinct().toList();
    }

    private Reference donor(StatementRow row) {
        Reference known = row.partner();
        return known == null ? Objects.requireNonNull(registered.get(row.registeredAs())) : known;
    }
}

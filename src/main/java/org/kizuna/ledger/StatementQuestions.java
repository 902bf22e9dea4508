package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kizuna.contribution.Contribution;
import org.kizuna.rate.Conversion;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Question;

/** What a statement's rows are asked about as entries typed on a page are: once for the file, with the rows named. */
final class StatementQuestions {

    private static final int NAMED = 20;
    private static final String IN_FILE = "InFile";

    private final LocalDate today;
    private final Map<String, Set<Long>> lines = new TreeMap<>();
    private final Map<Contribution, LedgerBalance> committed = new HashMap<>();

    StatementQuestions(LocalDate today) {
        this.today = today;
    }

    /** Holds the ledgers among these in which something is committed: money may be above it. */
    void hold(EntityManager entities, Collection<Contribution> contributions) {
        List<Contribution> unknown = contributions.stream()
                .filter(one -> one.agreement() != null && !committed.containsKey(one))
                .toList();
        if (!unknown.isEmpty()) {
            entities.createQuery(
                            "select distinct c from LedgerEntry e join e.contribution c where e.measure = :measure and c in"
                                    + " :these order by c.id",
                            Contribution.class)
                    .setParameter("measure", Measure.COMMITTED)
                    .setParameter("these", unknown)
                    .getResultList()
                    .forEach(one -> committed.put(
                            one, ContributionLedger.held(entities, one).balance()));
        }
    }

    /** Notes what is unusual about money that a row says arrived. */
    void look(StatedEntry stated, Contribution contribution, Conversion conversion) {
        Problems asked = new Problems();
        MoneyDays.check(asked, asked, "file", stated.valueDate(), today);
        MoneyDays.askBeforeAgreement(asked, stated.valueDate(), MoneyDays.begins(contribution.agreement()));
        LocalDate rate = conversion.on();
        if (rate != null && MoneyDays.isOld(rate, stated.valueDate())) {
            asked.ask("file", "staleRate");
        }
        LedgerBalance before = committed.get(contribution);
        if (before != null) {
            BigDecimal figure = stated.figure();
            LedgerLimits.ask(asked, before, Measure.RECEIVED, figure);
            committed.put(contribution, before.with(Measure.RECEIVED, false, figure));
        }
        for (Question question : asked.questions()) {
            lines.computeIfAbsent(question.code(), code -> new TreeSet<>()).add(stated.line());
        }
    }

    /** @throws org.kizuna.shared.AskedAbout unless it has been answered */
    void ask() {
        Problems problems = new Problems();
        lines.forEach((code, rows) -> problems.ask("file", code + IN_FILE, named(rows), rows.size()));
        problems.refuse();
    }

    private static String named(Set<Long> rows) {
        String some = rows.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return rows.size() > NAMED ? some + ", …" : some;
    }
}

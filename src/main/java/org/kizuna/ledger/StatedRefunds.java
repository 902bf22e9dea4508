package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.kizuna.contribution.Contribution;
import org.kizuna.shared.ManyRows;

/**
 * Refunds that statements tell of and an approver has not entered yet: whoever imports a statement is an officer, and an
 * officer enters no refunds.
 */
final class StatedRefunds {

    private final EntityManager entities;

    StatedRefunds(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps them until an approver looks at them; their contributions are in their table by now. */
    void keep(Map<StatedEntry, Contribution> refunds, String batch) {
        ManyRows rows = new ManyRows("stated_refund", "contribution_id, value_date, figure, source, batch");
        refunds.forEach((stated, contribution) ->
                rows.add(contribution.id(), stated.valueDate(), stated.figure(), stated.source(), batch));
        entities.unwrap(Session.class).doWork(rows::write);
    }

    /** Of one import, the earliest first. */
    List<Waiting> of(String batch) {
        List<Waiting> waiting = new ArrayList<>();
        for (Object found : entities.createNativeQuery("SELECT contribution_id, value_date, figure, source"
                        + " FROM stated_refund WHERE batch = :batch ORDER BY value_date, contribution_id, figure")
                .setParameter("batch", batch)
                .getResultList()) {
            Object[] row = (Object[]) found;
            waiting.add(new Waiting(
                    entities.find(Contribution.class, ((Number) row[0]).longValue()),
                    row[1] instanceof Date day ? day.toLocalDate() : (LocalDate) row[1],
                    (BigDecimal) row[2],
                    (String) row[3]));
        }
        return waiting;
    }

    void entered(Waiting refund) {
        entities.createNativeQuery(
                        "DELETE FROM stated_refund WHERE contribution_id = :contribution AND value_date = :day"
                                + " AND figure = :figure")
                .setParameter("contribution", refund.contribution().id())
                .setParameter("day", refund.valueDate())
                .setParameter("figure", refund.figure())
                .executeUpdate();
    }

    /** An import that is taken back tells of none any more. */
    void forget(String batch) {
        entities.createNativeQuery("DELETE FROM stated_refund WHERE batch = :batch")
                .setParameter("batch", batch)
                .executeUpdate();
    }

    /** @param figure below zero */
    record Waiting(Contribution contribution, LocalDate valueDate, BigDecimal figure, String source) {}
}

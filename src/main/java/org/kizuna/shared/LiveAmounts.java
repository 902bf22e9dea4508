package org.kizuna.shared;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells the amounts that the live tables hold now, to those who reconcile them with something else. */
public interface LiveAmounts {

    /** Name of the entity whose rows carry the amounts. */
    String kind();

    /** Name of the entity whose records the amounts belong to. */
    String ownerKind();

    /** @param owners ids of the records whose amounts are wanted, or null for all */
    void each(@Nullable Collection<Long> owners, Visitor visitor);

    /** Is shown one amount after the other. */
    interface Visitor {

        /** @param measure what kind of figure it is: only amounts of one measure and currency add up */
        void amount(long id, String currency, String measure, BigDecimal amount);
    }
}

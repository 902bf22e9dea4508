package org.kizuna.contribution;

/** What the ledger, which is not seen from here, says to whoever changes a contribution. */
public interface Commitments {

    /**
     * Whether money is committed. Its ledger is held until the transaction ends, so that none is committed meanwhile.
     */
    boolean existUnder(Contribution contribution);
}

package org.kizuna.shared;

/** Sums that are kept beside the records they are sums of. Whoever keeps some says here whether they still agree. */
public interface KeptSums {

    /** Sums everything up again. */
    void check(Visitor visitor);

    /** Is shown each sum that is not what its records come to. */
    interface Visitor {

        /**
         * @param place its table and key
         * @param field which of its figures
         */
        void differs(String place, String field, String expected, String found);
    }
}

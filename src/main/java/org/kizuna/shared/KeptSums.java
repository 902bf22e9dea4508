package org.kizuna.shared;

/**
 * Sums that are kept beside the records they are sums of, and whatever else is kept though it follows from the records.
 * Whoever keeps some says here whether they still agree.
 */
public interface KeptSums {

    /** Makes everything anew and compares. */
    void check(Visitor visitor);

    /** Is shown each that is not what its records come to. */
    interface Visitor {

        /**
         * @param place its table and key
         * @param field which of its figures
         */
        void differs(String place, String field, String expected, String found);
    }
}

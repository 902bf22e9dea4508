package org.kizuna.agreement;

/** The instruments by which cooperation is agreed, and what each usually is. */
public enum AgreementType {
    MEMORANDUM_OF_UNDERSTANDING(false, false),
    FRAMEWORK_AGREEMENT(true, false),
    JOINT_DECLARATION(false, false),
    LETTER_OF_INTENT(false, false),
    EXCHANGE_OF_LETTERS(true, false),
    TRUST_FUND_AGREEMENT(true, true),
    CONTRIBUTION_AGREEMENT(true, true),
    STANDARD_ADMINISTRATIVE_ARRANGEMENT(true, true),
    COST_SHARING(true, true);

    private final boolean usuallyBinding;
    private final boolean usuallyFinancial;

    AgreementType(boolean usuallyBinding, boolean usuallyFinancial) {
        this.usuallyBinding = usuallyBinding;
        this.usuallyFinancial = usuallyFinancial;
    }

    public boolean usuallyBinding() {
        return usuallyBinding;
    }

    public boolean usuallyFinancial() {
        return usuallyFinancial;
    }
}

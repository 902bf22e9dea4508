package org.kizuna.partner;

/** A partner has another name from now on; told in the transaction that renames it. */
public record PartnerRenamed(Partner partner) {}

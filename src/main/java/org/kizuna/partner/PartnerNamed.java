package org.kizuna.partner;

import org.kizuna.shared.Reference;

/** A partner by which a name is borne, or one that is written in nearly the same way. */
public record PartnerNamed(long id, Reference reference, String legalName) {}

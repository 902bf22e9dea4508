package org.kizuna.partner;

import org.kizuna.shared.Reference;

/** An identifier that was recorded before its list's form was known, and that the list does not have so. */
public record UnfitIdentifier(Reference partner, String legalName, String listCode, String value) {}

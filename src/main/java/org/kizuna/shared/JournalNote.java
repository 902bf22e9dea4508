package org.kizuna.shared;

import java.util.Map;

/**
 * Something worth a line in the journal that changes no record: a sign-in, an export. Fired as a CDI event inside
 * the transaction that it belongs to.
 *
 * @param detail what there is to say about it, by field name
 */
public record JournalNote(Map<String, Object> detail) {}

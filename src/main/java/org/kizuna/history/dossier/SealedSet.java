package org.kizuna.history.dossier;

import java.util.List;
import org.kizuna.history.ChangeSet;
import org.kizuna.history.JournalEntry;

/**
 * A change set in its place in the tree.
 *
 * @param leaf its number
 * @param hash what was sealed, as hexadecimal digits
 * @param belonging those of its rows that belong to the question, as they were sealed
 * @param told the same with what they say of persons
 */
record SealedSet(long leaf, String hash, ChangeSet set, List<JournalEntry> belonging, List<JournalEntry> told) {}

package org.kizuna.history;

import java.io.Serializable;

/**
 * A person as one record names or named them.
 *
 * @param kind name of the record's entity
 * @param id of the record
 * @param person by which name
 */
public record NamedPerson(String kind, long id, String person) implements Serializable {}

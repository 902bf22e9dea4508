package org.kizuna.history;

/**
 * Another record that a field names.
 *
 * @param entity simple name of its entity, as {@code Partner}
 * @param entityName name by which persistence finds it
 */
record Mention(String entity, String entityName, long id) {}

/**
 * Tags of records: codes out of published lists.
 * Root: {@link org.kizuna.tag.RecordTags}. Neighbours: shared, security, search, and the features whose records have tags.
 */
@NullMarked
package org.kizuna.tag;

import org.jspecify.annotations.NullMarked;

/** Named sample people and records: the one source of what tests record. */
@NullMarked
package org.kizuna.samples;

import org.jspecify.annotations.NullMarked;

/**
 * ISID events: series, webinars, forums, signing ceremonies, and what came of them.
 * Root: {@link org.kizuna.event.IsidEvent}. Neighbours: shared, security, search, partner, agreement.
 */
@NullMarked
package org.kizuna.event;

import org.jspecify.annotations.NullMarked;

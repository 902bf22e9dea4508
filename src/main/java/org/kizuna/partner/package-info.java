/**
 * Who we work with.
 * Root: {@link org.kizuna.partner.Partner}. Neighbours: shared, security.
 */
@NullMarked
package org.kizuna.partner;

import org.jspecify.annotations.NullMarked;

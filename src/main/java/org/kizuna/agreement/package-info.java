/**
 * What we agreed.
 * Root: {@link org.kizuna.agreement.Agreement}. Neighbours: shared, security, search, partner.
 */
@NullMarked
package org.kizuna.agreement;

import org.jspecify.annotations.NullMarked;

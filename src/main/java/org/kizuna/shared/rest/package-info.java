/**
 * What every REST resource shares: reading bodies, writing lists, saying what went wrong.
 * Root: {@link org.kizuna.shared.rest.RestApplication}. Neighbours: shared.
 */
@NullMarked
package org.kizuna.shared.rest;

import org.jspecify.annotations.NullMarked;

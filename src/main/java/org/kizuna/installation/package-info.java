/**
 * Fills an empty database on first start: with the sample accounts and data, or with one administrator.
 * Root: {@link org.kizuna.installation.Installation}. Neighbours: every room, through their registers; none knows it.
 */
@NullMarked
package org.kizuna.installation;

import org.jspecify.annotations.NullMarked;

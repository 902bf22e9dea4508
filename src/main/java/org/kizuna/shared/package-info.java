/**
 * The kernel every room stands on: money, references, broken rules, paging, who is doing what.
 * Root: none. Neighbours: none.
 */
@NullMarked
package org.kizuna.shared;

import org.jspecify.annotations.NullMarked;

/**
 * Pages on paper: HTML becomes PDF, with the fonts of every script the register holds in the file.
 *
 * <p>Root: {@link org.kizuna.print.HtmlToPdf}. Neighbours: none.
 */
@NullMarked
package org.kizuna.print;

import org.jspecify.annotations.NullMarked;

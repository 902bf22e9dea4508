/** What auditors write findings on, planted and found. */
@NullMarked
package org.kizuna.history.report;

import org.jspecify.annotations.NullMarked;

/** What auditors look for in agreements. */
@NullMarked
package org.kizuna.agreement.report;

import org.jspecify.annotations.NullMarked;

/** What auditors look for in the ledger. */
@NullMarked
package org.kizuna.contribution.report;

import org.jspecify.annotations.NullMarked;

/** What auditors look for in the ledger. */
@NullMarked
package org.kizuna.ledger.report;

import org.jspecify.annotations.NullMarked;

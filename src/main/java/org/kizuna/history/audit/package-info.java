/**
 * The register looks at itself: are the journal and its seals whole, and are the tables what the journal tells.
 * Root: {@link org.kizuna.history.audit.SelfAudit}. Neighbours: history, history.proof.
 */
@NullMarked
package org.kizuna.history.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The verifier that an auditor runs at home, with nothing but a Java runtime. It shares no code with the server: it
 * knows the published format and nothing else.
 *
 * <p>Root: {@link org.kizuna.verify.KizunaVerify}. Neighbours: none.
 */
@NullMarked
package org.kizuna.verify;

import org.jspecify.annotations.NullMarked;

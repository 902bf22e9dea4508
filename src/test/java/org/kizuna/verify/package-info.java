/** The verifier's own code. */
@NullMarked
package org.kizuna.verify;

import org.jspecify.annotations.NullMarked;

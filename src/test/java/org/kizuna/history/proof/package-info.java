@NullMarked
package org.kizuna.history.proof;

import org.jspecify.annotations.NullMarked;

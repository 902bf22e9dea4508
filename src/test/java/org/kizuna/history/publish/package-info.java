@NullMarked
package org.kizuna.history.publish;

import org.jspecify.annotations.NullMarked;

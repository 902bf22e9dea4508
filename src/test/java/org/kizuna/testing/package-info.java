/** What the tests of every room share. */
@NullMarked
package org.kizuna.testing;

import org.jspecify.annotations.NullMarked;

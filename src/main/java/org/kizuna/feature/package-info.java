/** What each feature tells of itself, found by CDI, so that nobody else knows a feature by name. */
@NullMarked
package org.kizuna.feature;

import org.jspecify.annotations.NullMarked;

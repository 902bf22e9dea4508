@NullMarked
package org.kizuna.history.dossier;

import org.jspecify.annotations.NullMarked;

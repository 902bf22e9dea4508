/**
 * Starts the house: database, migrations, server, in that order, and stops them in the other.
 * Root: {@link org.kizuna.launch.Launch}. Neighbours: none; it runs beside the server and is not part of the WAR.
 */
@NullMarked
package org.kizuna.launch;

import org.jspecify.annotations.NullMarked;

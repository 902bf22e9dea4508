/**
 * Kizuna as a user, a client and an auditor meet it: started with its own command, used from outside.
 * Root: {@link org.kizuna.endtoend.Launched}. Neighbours: none; nothing of the application is called.
 */
@NullMarked
package org.kizuna.endtoend;

import org.jspecify.annotations.NullMarked;

/**
 * Who somebody is and what that lets them do: accounts, roles, sign-in, tokens.
 * Root: {@link org.kizuna.security.Account}. Neighbours: shared.
 */
@NullMarked
package org.kizuna.security;

import org.jspecify.annotations.NullMarked;

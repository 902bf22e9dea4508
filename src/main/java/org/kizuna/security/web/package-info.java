/**
 * Signing in, accounts and preferences.
 * Root: {@link org.kizuna.security.web.SignInView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.security.web;

import org.jspecify.annotations.NullMarked;

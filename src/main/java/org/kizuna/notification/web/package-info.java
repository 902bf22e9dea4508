/**
 * Notices as pages show them, and how each comes.
 * Root: {@link org.kizuna.notification.web.NoticesView}. Neighbours: notification, page, security.
 */
@NullMarked
package org.kizuna.notification.web;

import org.jspecify.annotations.NullMarked;

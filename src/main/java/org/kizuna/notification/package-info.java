/**
 * What people are told, on their page and by mail. A user's own things and no records: no journal names them.
 * Root: {@link org.kizuna.notification.NoticeWriter}. Neighbours: shared, feature, job, security.
 */
@NullMarked
package org.kizuna.notification;

import org.jspecify.annotations.NullMarked;

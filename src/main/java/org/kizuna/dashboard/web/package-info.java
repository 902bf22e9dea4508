/**
 * The donor dashboard and what is due today.
 * Root: {@link org.kizuna.dashboard.web.DashboardView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.dashboard.web;

import org.jspecify.annotations.NullMarked;

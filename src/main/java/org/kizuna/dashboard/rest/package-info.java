/**
 * Donor figures over REST.
 * Root: {@link org.kizuna.dashboard.rest.DashboardResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.dashboard.rest;

import org.jspecify.annotations.NullMarked;

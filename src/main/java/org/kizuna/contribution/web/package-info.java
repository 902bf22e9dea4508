/**
 * Contributions and their entries on pages.
 * Root: {@link org.kizuna.contribution.web.ContributionView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.contribution.web;

import org.jspecify.annotations.NullMarked;

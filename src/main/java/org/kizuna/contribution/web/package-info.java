/**
 * Contributions on pages. Root: {@link org.kizuna.contribution.web.ContributionEditView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.contribution.web;

import org.jspecify.annotations.NullMarked;

/**
 * Contributions over REST. Root: {@link org.kizuna.contribution.rest.ContributionResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.contribution.rest;

import org.jspecify.annotations.NullMarked;

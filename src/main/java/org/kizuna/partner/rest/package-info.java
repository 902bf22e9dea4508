/**
 * Partners over REST.
 * Root: {@link org.kizuna.partner.rest.PartnerResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.partner.rest;

import org.jspecify.annotations.NullMarked;

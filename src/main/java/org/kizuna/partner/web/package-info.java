/**
 * Partners on pages.
 * Root: {@link org.kizuna.partner.web.PartnerView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.partner.web;

import org.jspecify.annotations.NullMarked;

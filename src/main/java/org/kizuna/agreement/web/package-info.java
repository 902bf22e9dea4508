/**
 * Agreements on pages.
 * Root: {@link org.kizuna.agreement.web.AgreementView}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.agreement.web;

import org.jspecify.annotations.NullMarked;

/**
 * Agreements over REST.
 * Root: {@link org.kizuna.agreement.rest.AgreementResource}. Neighbours: its feature.
 */
@NullMarked
package org.kizuna.agreement.rest;

import org.jspecify.annotations.NullMarked;

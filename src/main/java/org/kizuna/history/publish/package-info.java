/**
 * Signed tree heads go out of the house, so that somebody else keeps them: by mail, to web addresses, with a timestamp.
 *
 * <p>Root: {@link org.kizuna.history.publish.HeadPublisher}. Neighbours: the proofs, its feature.
 */
@NullMarked
package org.kizuna.history.publish;

import org.jspecify.annotations.NullMarked;

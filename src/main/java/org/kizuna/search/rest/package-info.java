/** Search over REST. */
@NullMarked
package org.kizuna.search.rest;

import org.jspecify.annotations.NullMarked;

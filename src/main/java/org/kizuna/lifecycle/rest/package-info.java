/** Steps over REST. */
@NullMarked
package org.kizuna.lifecycle.rest;

import org.jspecify.annotations.NullMarked;

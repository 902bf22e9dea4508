/** What the steps of a page ask. */
@NullMarked
package org.kizuna.lifecycle.web;

import org.jspecify.annotations.NullMarked;

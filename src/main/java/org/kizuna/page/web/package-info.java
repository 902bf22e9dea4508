/** What every page uses. */
@NullMarked
package org.kizuna.page.web;

import org.jspecify.annotations.NullMarked;

/** The frame in which every feature's pages stand: menu, words, who is reading, where the day begins. */
@NullMarked
package org.kizuna.page;

import org.jspecify.annotations.NullMarked;

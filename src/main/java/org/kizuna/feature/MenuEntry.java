package org.kizuna.feature;

import java.util.Set;

/**
 * An entry in the menu.
 *
 * @param place in the menu, ascending; a line is drawn between one hundred and the next
 * @param name as pages say where they belong, {@code room}
 * @param words key of what it is called
 * @param roles any one of them sees it; empty for everybody
 */
public record MenuEntry(int place, String name, String words, String address, Set<String> roles) {}

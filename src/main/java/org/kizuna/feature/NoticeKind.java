package org.kizuna.feature;

import java.util.Set;

/**
 * A kind of notice that a feature tells.
 *
 * @param name its words are {@code notice.} and this, and what it is called {@code NoticeKind.} and this
 * @param roles who is told holds one of them
 * @param mailed whether who is told chooses that it comes by mail; it stands on the page always
 */
public record NoticeKind(String name, Set<String> roles, boolean mailed) {}

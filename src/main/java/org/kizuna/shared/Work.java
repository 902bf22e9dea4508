package org.kizuna.shared;

/**
 * Something to be done and what comes of it, with the exceptions of its own kind.
 *
 * @param <E> what it may throw; {@link RuntimeException} where nothing has to be caught
 */
@FunctionalInterface
public interface Work<T, E extends Exception> {

    T run() throws E;
}

package org.kizuna.launch;

/** The start can't go on. The message is one sentence that says what is wrong and what to do about it. */
public final class LaunchFailure extends RuntimeException {

    public LaunchFailure(String sentence) {
        super(sentence);
    }

    public LaunchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

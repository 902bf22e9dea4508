package org.kizuna.launch;

/** The wait between two looks at something that has no other way of saying that it is ready. */
final class PollDelay {

    private PollDelay() {}

    static void briefly() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("The start was interrupted.", e);
        }
    }
}

package org.kizuna.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.openqa.selenium.support.ui.FluentWait;

/** Waits for what a server does by itself. */
public final class Until {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private Until() {}

    /** @throws org.openqa.selenium.TimeoutException when it is not so by then */
    public static void isSo(Duration patience, Callable<Boolean> condition) {
        new FluentWait<>(condition)
                .withTimeout(patience)
                .pollingEvery(LOOKS_EVERY)
                .until(Until::holds);
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

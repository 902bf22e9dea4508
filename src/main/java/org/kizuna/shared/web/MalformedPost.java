package org.kizuna.shared.web;

import jakarta.faces.application.ViewExpiredException;
import org.primefaces.csp.CspException;

/** Whether a post failed for what no page of ours sends: keys that are none of its, a view that never was, no parts. */
final class MalformedPost {

    private MalformedPost() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String told = String.valueOf(cause.getMessage());
            if (cause instanceof ViewExpiredException) {
                return false;
            }
            if (cause instanceof CspException
                    || told.startsWith("Unable to restore view")
                    || told.contains("Not a multi part request")) {
                return true;
            }
        }
        return false;
    }
}

package org.kizuna.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who asks for a file is answered, be it by a page or by REST.
 *
 * @param status as HTTP has it
 * @param headers by their names
 * @param content what is given; null where nothing is
 */
public record DocumentAnswer(
        int status, Map<String, String> headers, @Nullable Content content) {

    /** Given part by part, as it is fetched. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** The file is no longer what was attached: nothing of it is given. */
    public boolean isAltered() {
        return status == DocumentDelivery.ALTERED;
    }
}

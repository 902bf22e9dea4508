package org.kizuna.shared.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in an ordered list: the row's sort value and, because values repeat, its id.
 *
 * @param order name of the order it belongs to, with a leading {@code -} for descending
 */
record Cursor(String order, long id, String value) {

    String encoded() {
        String text = order + '\n' + id + '\n' + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidCursor when the text is not a cursor of this order */
    static Cursor decoded(String text, String order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
            if (parts.length == 3 && parts[0].equals(order)) {
                return new Cursor(parts[0], Long.parseLong(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor();
        }
        throw new InvalidCursor();
    }
}

package org.kizuna.page.web;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes options of a list as HTML. */
final class Options {

    private Options() {}

    /** @param chosen the value of the one that is chosen, as text */
    static <T> String html(Collection<T> values, Function<? super T, String> called, @Nullable Object chosen) {
        StringBuilder html = new StringBuilder();
        String chosenValue = chosen == null ? "" : chosen.toString();
        for (T value : values) {
            String text = value.toString();
            html.append("<option value=\"");
            escape(html, text);
            html.append(text.equals(chosenValue) ? "\" selected=\"selected\">" : "\">");
            escape(html, called.apply(value));
            html.append("</option>");
        }
        return html.toString();
    }

    private static void escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}

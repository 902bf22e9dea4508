package org.kizuna.shared.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Bidi;

/**
 * Isolates each text that runs from right to left [HTML, bdi], wherever a page shows it: Arabic and Hebrew names neither
 * move the figures and signs beside them nor are moved by them.
 */
class IsolatingWriter extends ResponseWriterWrapper {

    /** Elements in which there is text and no markup. */
    private static final Set<String> PLAIN = Set.of("title", "option", "textarea", "script", "style");

    private int plain;

    IsolatingWriter(ResponseWriter wrapped) {
        super(wrapped);
    }

    @Override
    public void startElement(String name, @Nullable UIComponent component) throws IOException {
        plain += PLAIN.contains(name) ? 1 : 0;
        getWrapped().startElement(name, component);
    }

    @Override
    public void endElement(String name) throws IOException {
        plain -= PLAIN.contains(name) && plain > 0 ? 1 : 0;
        getWrapped().endElement(name);
    }

    @Override
    public void writeText(Object text, @Nullable String property) throws IOException {
        boolean isolated = begin(text);
        getWrapped().writeText(text, property);
        end(isolated);
    }

    @Override
    public void writeText(Object text, @Nullable UIComponent component, @Nullable String property) throws IOException {
        boolean isolated = begin(text);
        getWrapped().writeText(text, component, property);
        end(isolated);
    }

    @Override
    public void writeText(char[] text, int offset, int length) throws IOException {
        boolean isolated = begin(new String(text, offset, length));
        getWrapped().writeText(text, offset, length);
        end(isolated);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new IsolatingWriter(getWrapped().cloneWithWriter(writer));
    }

    private boolean begin(@Nullable Object text) throws IOException {
        boolean isolated = plain == 0 && text != null && Bidi.runsFromRight(text.toString());
        if (isolated) {
            getWrapped().startElement("bdi", null);
        }
        return isolated;
    }

    private void end(boolean isolated) throws IOException {
        if (isolated) {
            getWrapped().endElement("bdi");
        }
    }
}

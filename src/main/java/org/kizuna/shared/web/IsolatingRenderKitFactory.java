package org.kizuna.shared.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets all pages be written by an {@link IsolatingWriter}. */
public class IsolatingRenderKitFactory extends RenderKitFactory {

    private final Map<String, RenderKit> isolating = new ConcurrentHashMap<>();

    public IsolatingRenderKitFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit renderKit) {
        getWrapped().addRenderKit(id, renderKit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(FacesContext context, String id) {
        RenderKit known = isolating.get(id);
        if (known != null) {
            return known;
        }
        RenderKit wrapped = getWrapped().getRenderKit(context, id);
        return wrapped == null ? null : isolating.computeIfAbsent(id, key -> new Isolating(wrapped));
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Isolating extends RenderKitWrapper {

        Isolating(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseWriter createResponseWriter(Writer writer, String types, String encoding) {
            return new IsolatingWriter(getWrapped().createResponseWriter(writer, types, encoding));
        }
    }
}

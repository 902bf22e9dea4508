package org.kizuna.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes its content for each of some values that are read and not typed into, {@code k:each} with {@code value} and
 * {@code var}. A repeat of the library's own keeps a state for each component in each turn.
 */
@FacesComponent(ForEach.TYPE)
public class ForEach extends UIComponentBase {

    static final String TYPE = "kizuna.Each";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        forEach(context, values(), () -> encode(context, getChildren()));
    }

    /** Nothing in it is sent back. */
    @Override
    public void processDecodes(FacesContext context) {}

    @Override
    public void processValidators(FacesContext context) {}

    @Override
    public void processUpdates(FacesContext context) {}

    Collection<?> values() {
        Object values = getAttributes().get("value");
        return values == null ? List.of() : (Collection<?>) values;
    }

    void forEach(FacesContext context, Collection<?> values, Turn turn) throws IOException {
        String name = String.valueOf(getAttributes().get("var"));
        Map<String, Object> request = context.getExternalContext().getRequestMap();
        Object before = request.get(name);
        for (Object value : values) {
            request.put(name, value);
            turn.write();
        }
        set(request, name, before);
    }

    private static void set(Map<String, Object> request, String name, @Nullable Object value) {
        if (value == null) {
            request.remove(name);
        } else {
            request.put(name, value);
        }
    }

    static void encode(FacesContext context, List<UIComponent> components) throws IOException {
        for (UIComponent component : components) {
            component.encodeAll(context);
        }
    }

    /** Writes what belongs to one value. */
    @FunctionalInterface
    interface Turn {
        void write() throws IOException;
    }
}

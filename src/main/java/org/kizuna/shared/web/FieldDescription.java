package org.kizuna.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.component.html.HtmlInputFile;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PreRenderComponentEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of each field, just before it is written, whether it was refused and what describes it: its help and its error
 * [WAI-ARIA 1.2, aria-invalid and aria-describedby], and lets its text run as its own letters do [HTML, dir]. Every
 * field is told here, since a component knows only of its converter's refusal and nothing of a register's.
 */
public class FieldDescription implements SystemEventListener {

    /** What the tag of fields adds to a field's id for its help and for its error. */
    private static final String HELP = "-help";

    private static final String ERROR = "-error";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput && !(source instanceof HtmlInputHidden);
    }

    @Override
    public void processEvent(SystemEvent event) {
        if (event instanceof PreRenderComponentEvent before) {
            describe(FacesContext.getCurrentInstance(), (UIInput) before.getComponent());
        }
    }

    private static void describe(FacesContext context, UIInput field) {
        String client = field.getClientId(context);
        List<FacesMessage> messages = context.getMessageList(client);
        boolean refused = messages.stream()
                .anyMatch(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0);
        StringBuilder described = new StringBuilder();
        if (hasHelp(field)) {
            described.append(client).append(HELP);
        }
        if (!messages.isEmpty()) {
            described.append(described.isEmpty() ? "" : " ").append(client).append(ERROR);
        }
        Map<String, Object> attributes = field.getPassThroughAttributes(true);
        // a component that its own converter refused says so by itself
        set(attributes, "aria-invalid", refused && field.isValid() ? "true" : null);
        set(attributes, "aria-describedby", described.isEmpty() ? null : described.toString());
        if (holdsText(field)) {
            attributes.put("dir", "auto");
        }
    }

    private static boolean hasHelp(UIInput field) {
        for (UIComponent neighbour : field.getParent().getChildren()) {
            if ((field.getId() + HELP).equals(neighbour.getId())) {
                return neighbour.isRendered();
            }
        }
        return false;
    }

    private static boolean holdsText(UIInput field) {
        return !(field instanceof UISelectOne
                || field instanceof UISelectMany
                || field instanceof UISelectBoolean
                || field instanceof HtmlInputFile);
    }

    private static void set(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        } else {
            attributes.remove(name);
        }
    }
}

package org.kizuna.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong on the page, for the list at its top; what is only asked about stands in a list of its own. */
@Named
@RequestScoped
public class PageProblems {

    private static final Pattern ROW = Pattern.compile(":(\\d{1,6}):");

    public List<Row> getList() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Row> rows = new ArrayList<>();
        for (Iterator<String> clients = context.getClientIdsWithMessages(); clients.hasNext(); ) {
            String client = clients.next();
            for (FacesMessage message : context.getMessageList(client)) {
                if (!message.getSeverity().equals(FacesMessage.SEVERITY_WARN)) {
                    rows.add(new Row(client, label(context, client) + message.getSummary()));
                }
            }
        }
        return rows;
    }

    /** The field's name, and which of several rows it stands in. */
    private static String label(FacesContext context, @Nullable String client) {
        if (client == null) {
            return "";
        }
        StringBuilder label = new StringBuilder();
        context.getViewRoot().invokeOnComponent(context, client, (found, component) -> {
            Object name = component.getAttributes().get("label");
            if (name != null) {
                label.append(name).append(row(client)).append(": ");
            }
        });
        return label.toString();
    }

    private static String row(String client) {
        Matcher row = ROW.matcher(client);
        return row.find() ? " " + (Integer.parseInt(row.group(1)) + 1) : "";
    }

    /**
     * Something wrong.
     *
     * @param client id of the field it belongs to, or null
     */
    public record Row(@Nullable String client, String text) {}
}

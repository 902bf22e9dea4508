package org.kizuna.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong on the page, for the list at its top. */
@Named
@RequestScoped
public class PageProblems {

    public List<Row> getList() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Row> rows = new ArrayList<>();
        for (Iterator<String> clients = context.getClientIdsWithMessages(); clients.hasNext(); ) {
            String client = clients.next();
            for (FacesMessage message : context.getMessageList(client)) {
                rows.add(new Row(client, message.getSummary()));
            }
        }
        return rows;
    }

    /**
     * Something wrong.
     *
     * @param client id of the field it belongs to, or null
     */
    public record Row(@Nullable String client, String text) {}
}

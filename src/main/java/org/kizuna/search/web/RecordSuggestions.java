package org.kizuna.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;

/** Suggests records while somebody types into a field that names one. */
@Named
@RequestScoped
public class RecordSuggestions {

    private static final int MOST = 12;

    @Inject
    private RecordDirectory directory;

    /** Of the kind that the field asks for. */
    public List<SearchHit> complete(String typed) {
        Object kind = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance())
                .getAttributes()
                .get("kind");
        String wanted = kind == null || kind.toString().isEmpty() ? null : kind.toString();
        return directory.search(typed, wanted, MOST);
    }
}

package org.kizuna.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.KnownName;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Words;

/**
 * A record by its reference, or by its name where only one has it. A bean that pages name, not a registered converter:
 * those come back from the view's state without what was injected into them.
 */
@Named
@RequestScoped
public class RecordConverter implements Converter<SearchHit> {

    @Inject
    private RecordDirectory directory;

    @Override
    public @Nullable SearchHit getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (component.getAttributes().get("value") instanceof SearchHit stands
                && stands.reference().equals(text.strip())) {
            // though it be another record by now, it is not chosen anew
            return stands;
        }
        Object kind = component.getAttributes().get("kind");
        return find(kind == null || kind.toString().isEmpty() ? null : kind.toString(), text.strip())
                .orElseThrow(() -> {
                    String words =
                            Words.text(Words.closest(context.getViewRoot().getLocale()), "noSuchRecord", text);
                    return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
                });
    }

    private Optional<SearchHit> find(@Nullable String kind, String text) {
        Optional<RecordRef> byReference = directory.find(kind, text);
        if (byReference.isPresent()) {
            return directory.named(List.of(byReference.get())).values().stream().findFirst();
        }
        List<SearchHit> called = directory.search(text, kind, 3).stream()
                .filter(hit -> KnownName.form(hit.title()).equals(KnownName.form(text)))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable SearchHit hit) {
        return hit == null ? "" : hit.reference();
    }
}

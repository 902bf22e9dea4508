package org.kizuna.tag.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Text;
import org.kizuna.shared.Words;
import org.kizuna.tag.TagCode;
import org.kizuna.tag.TagCodes;

/** The key of a code by itself, or by the code or the name where only one has it. */
@Named
@RequestScoped
public class TagConverter implements Converter<String> {

    @Override
    public @Nullable String getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String typed = text.strip();
        Locale language = Words.closest(context.getViewRoot().getLocale());
        return TagCodes.find(typed).map(TagCode::key).orElseGet(() -> only(language, typed));
    }

    private static String only(Locale language, String typed) {
        List<TagCode> meant = TagCodes.search(language, typed, Integer.MAX_VALUE).stream()
                .filter(code -> code.code().equals(typed)
                        || Text.folded(code.name(language)).equals(Text.folded(typed)))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0).key();
        }
        throw new ConverterException(
                new FacesMessage(FacesMessage.SEVERITY_ERROR, Words.text(language, "noSuchTag", typed), null));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable String key) {
        return key == null ? "" : key;
    }
}

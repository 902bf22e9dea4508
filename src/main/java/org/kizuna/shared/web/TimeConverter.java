package org.kizuna.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Words;

/** Times as browsers' time fields write them. */
@FacesConverter("kizuna.time")
public class TimeConverter implements Converter<LocalTime> {

    @Override
    public @Nullable LocalTime getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            String words = Words.text(Words.closest(context.getViewRoot().getLocale()), "notATime", text);
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }
}

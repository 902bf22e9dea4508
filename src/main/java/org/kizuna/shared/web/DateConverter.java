package org.kizuna.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;

/** Dates as browsers' date fields write them [HTML, valid date string]. */
@FacesConverter("kizuna.date")
public class DateConverter implements Converter<LocalDate> {

    @Override
    public @Nullable LocalDate getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Time.day(text.strip());
        } catch (DateTimeException e) {
            String words = Words.text(Words.closest(context.getViewRoot().getLocale()), "notADate", text);
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}

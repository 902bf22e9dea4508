package org.kizuna.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Words;

/**
 * Amounts as people type them in the page's language: with or without separators of thousands. What is neither is
 * refused and never guessed: 1,5 is one and a half in French and not a number in English.
 */
@FacesConverter("kizuna.decimal")
public class DecimalConverter implements Converter<BigDecimal> {

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Locale language = Words.closest(context.getViewRoot().getLocale());
        BigDecimal number = parse(text, language);
        if (number == null) {
            String words = Words.text(language, "notANumber", text);
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
        }
        return number;
    }

    static @Nullable BigDecimal parse(String text, Locale language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language);
        String plain = text.strip().replace('\u2212', '-').replaceAll("[\\s\\u00a0\\u202f]", " ");
        char group = Character.isSpaceChar(symbols.getGroupingSeparator()) ? ' ' : symbols.getGroupingSeparator();
        String grouped = "-?\\d{1,3}(\\" + group + "\\d{3})+(\\" + symbols.getDecimalSeparator() + "\\d+)?";
        if (plain.matches(grouped)) {
            plain = plain.replace(String.valueOf(group), "");
        }
        plain = plain.replace(symbols.getDecimalSeparator(), '.');
        return plain.matches("-?\\d{1,30}(\\.\\d{1,30})?") ? new BigDecimal(plain) : null;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(
                Words.closest(context.getViewRoot().getLocale()));
        format.setMaximumFractionDigits(number.scale());
        format.setMinimumFractionDigits(number.scale());
        return format.format(number);
    }
}

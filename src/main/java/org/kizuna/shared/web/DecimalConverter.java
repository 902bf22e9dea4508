package org.kizuna.shared.web;

import com.ibm.icu.util.Currency;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Formats;
import org.kizuna.shared.Words;

/**
 * Amounts as people type them in the page's language, with or without separators of thousands, and as our pages and
 * files print them. What can be read in two ways is refused with both. The field's attribute {@code currency} is the
 * code of its currency; {@code currencyField} the id of the field in which it is chosen.
 */
@FacesConverter("kizuna.decimal")
public class DecimalConverter implements Converter<BigDecimal> {

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext context, UIComponent component, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Locale language = Words.closest(context.getViewRoot().getLocale());
        Currency currency = currency(context, component);
        AmountText written = AmountText.of(text);
        return written.read(language, currency)
                .orElseThrow(() -> new ConverterException(
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal(written, language, currency), null)));
    }

    static String refusal(AmountText written, Locale language, @Nullable Currency currency) {
        if (!written.isAmbiguous(language, currency)) {
            return Words.text(language, "notANumber", written.toString());
        }
        var readings = written.readings(language, currency);
        return Words.text(language, "amountAmbiguous", written.toString(), readings.get(0), readings.get(1));
    }

    private static @Nullable Currency currency(FacesContext context, UIComponent component) {
        Object code = component.getAttributes().get("currency");
        Object field = component.getAttributes().get("currencyField");
        if (code == null && field != null) {
            UIComponent chosen = component.findComponent(field.toString());
            code = chosen == null
                    ? null
                    : context.getExternalContext().getRequestParameterMap().get(chosen.getClientId(context));
        }
        return Optional.ofNullable(code)
                .flatMap(known -> Currencies.find(known.toString()))
                .orElse(null);
    }

    /** Without separators of thousands: what a field shows is read again as it is. */
    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable BigDecimal number) {
        return number == null
                ? ""
                : shown(number, Words.closest(context.getViewRoot().getLocale()));
    }

    static String shown(BigDecimal number, Locale language) {
        return Formats.plainDecimal(language, number);
    }
}

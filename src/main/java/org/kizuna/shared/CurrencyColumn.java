package org.kizuna.shared;

import com.ibm.icu.util.Currency;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A currency in a column, by its code [ISO 4217]. Java's own list lacks what ended before it and what is newer. */
@Converter(autoApply = true)
public class CurrencyColumn implements AttributeConverter<Currency, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    @Override
    public @Nullable Currency convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }
}

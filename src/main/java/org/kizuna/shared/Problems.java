package org.kizuna.shared;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that all of it can be said at once. */
public final class Problems {

    /** As many digits as stand between signs of thousands. */
    private static final int THOUSANDS = 3;

    private final List<InvalidInput.Problem> found = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    public void add(String field, String key, Object... arguments) {
        found.add(new InvalidInput.Problem(field, key, List.of(arguments)));
    }

    /** Asks about what is unusual and not wrong: it is taken with a word that it is so. */
    public void ask(String field, String code, Object... arguments) {
        questions.add(new Question(field, code, List.of(arguments)));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public List<InvalidInput.Problem> found() {
        return List.copyOf(found);
    }

    /** What is asked about, whether or not it has been answered. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /**
     * @throws InvalidInput when anything was found
     * @throws AskedAbout when nothing was, and something that is asked about has not been answered
     */
    public void refuse() {
        if (any()) {
            throw new InvalidInput(found);
        }
        Despite.answer(questions);
    }

    /** The text as a name is kept, see {@link Text#line}; null when empty. */
    public static @Nullable String clean(@Nullable String text) {
        return Text.line(text);
    }

    /** In one line. */
    public @Nullable String optional(String field, @Nullable String text, int maximum) {
        return noLonger(field, clean(text), maximum);
    }

    /** With its line breaks. */
    public @Nullable String optionalLines(String field, @Nullable String text, int maximum) {
        return noLonger(field, Text.lines(text), maximum);
    }

    private @Nullable String noLonger(String field, @Nullable String clean, int maximum) {
        if (clean != null && clean.length() > maximum) {
            add(field, "tooLong", maximum);
        }
        return clean;
    }

    public String required(String field, @Nullable String text, int maximum) {
        return present(field, optional(field, text, maximum));
    }

    public String requiredLines(String field, @Nullable String text, int maximum) {
        return present(field, optionalLines(field, text, maximum));
    }

    private String present(String field, @Nullable String clean) {
        if (clean == null) {
            add(field, "required");
            return "";
        }
        return clean;
    }

    public void required(String field, @Nullable Object value) {
        if (value == null) {
            add(field, "required");
        }
    }

    public void inOrder(String field, @Nullable LocalDate first, @Nullable LocalDate second) {
        if (first != null && second != null && second.isBefore(first)) {
            add(field, "datesOutOfOrder", first);
        }
    }

    /**
     * An amount may be no finer than its currency's smallest coin [ISO 4217 minor unit], and three decimals that the
     * currency does not have may have been thousands.
     */
    public void amount(String field, @Nullable BigDecimal amount, @Nullable Currency currency) {
        if (amount == null) {
            return;
        }
        if (currency == null) {
            add("currency", "required");
            return;
        }
        int scale = Money.scale(currency);
        if (!Money.fits(amount, currency) || (amount.scale() == THOUSANDS && scale != THOUSANDS)) {
            add(field, "tooFine", currency.getCurrencyCode(), scale);
        } else if (amount.precision() - amount.scale() > Money.MAXIMUM_INTEGER_DIGITS) {
            add(field, "tooLarge");
        }
    }
}

package org.kizuna.page.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.Links;
import org.kizuna.feature.Tab;
import org.kizuna.security.Permissions;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Formats;
import org.kizuna.shared.Money;
import org.kizuna.shared.Words;

/** What pages call as {@code k:…}: each value as the reader's language writes it, and addresses. */
public final class Functions {

    /** What a change of filter or order leaves behind: a place in the list as it was ordered before. */
    private static final Set<String> PLACES = Set.of("after", "before");

    private Functions() {}

    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : Formats.date(language(), date);
    }

    /** An instant in the reader's zone. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? "" : Formats.moment(language(), instant, you().getZone());
    }

    public static String time(@Nullable LocalTime time) {
        return time == null ? "" : Formats.time(time);
    }

    /** A zone as people call it: Vienna, Tokyo. */
    public static String zone(@Nullable String zone) {
        if (zone == null) {
            return "";
        }
        int slash = zone.lastIndexOf('/');
        return slash >= 0
                ? zone.substring(slash + 1).replace('_', ' ')
                : ZoneId.of(zone).getDisplayName(TextStyle.SHORT, language());
    }

    public static String money(@Nullable Money money) {
        return money == null ? "" : Formats.money(language(), money);
    }

    /** The amount without its currency, for columns whose head names it. */
    public static String amount(@Nullable Money money) {
        return money == null ? "" : Formats.amount(language(), money);
    }

    /** At the cent, for columns of dollars; the entry's page has all digits. */
    public static String usd(@Nullable BigDecimal dollars) {
        return dollars == null
                ? ""
                : Formats.decimal(language(), dollars.setScale(2, java.math.RoundingMode.HALF_EVEN));
    }

    /** With all the digits it has but trailing noughts. */
    public static String exact(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Formats.decimal(language(), plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    public static String percent(@Nullable BigDecimal share) {
        return share == null ? "" : Formats.percent(language(), share);
    }

    public static String whole(@Nullable Number number) {
        return number == null ? "" : Formats.whole(language(), number.longValue());
    }

    /** The constants as they are declared; imported constants come in no order. */
    public static <E extends Enum<E>> List<E> inOrder(Collection<E> constants) {
        return constants.stream().sorted().toList();
    }

    public static String label(@Nullable Enum<?> constant) {
        return constant == null ? "" : Words.label(language(), constant);
    }

    /** Whether a state is good, needs somebody, or is bad; nothing where it is neither. */
    public static String tone(@Nullable Enum<?> state) {
        return state == null
                ? ""
                : Features.tone(state)
                        .map(tone -> tone.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    /**
     * The options of a list to filter by, as HTML: some lists hold hundreds, and a component for each would take most of
     * the page's time.
     */
    public static String options(Collection<?> values, @Nullable Object chosen) {
        return Options.html(values, Functions::called, chosen);
    }

    /** The same with what they are called. */
    public static String optionsOf(Map<String, String> words, @Nullable Object chosen) {
        return Options.html(words.keySet(), words::get, chosen);
    }

    /** What people call it: a constant's words, a country's name, anything else as it is. */
    public static String called(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Enum<?> constant) {
            return label(constant);
        }
        return value instanceof CountryCode ? country(value) : value.toString();
    }

    /** The words for a key with arguments in their places. */
    public static String text(String key, @Nullable Object first) {
        return Words.text(language(), key, first == null ? "" : first);
    }

    public static String text2(String key, @Nullable Object first, @Nullable Object second) {
        return Words.text(language(), key, first == null ? "" : first, second == null ? "" : second);
    }

    public static String country(@Nullable Object code) {
        String value = code == null ? "" : code.toString();
        return CountryCode.isKnown(value) ? new CountryCode(value).name(language()) : value;
    }

    /** The line beneath a record's name, in words. */
    public static String context(@Nullable String kind, @Nullable String context) {
        return Codes.said(language(), kind == null ? "" : kind, context);
    }

    public static String size(long bytes) {
        if (bytes < 1024) {
            return whole(bytes) + "\u00a0B";
        }
        BigDecimal kilobytes = BigDecimal.valueOf(bytes).movePointLeft(3);
        boolean mega = bytes >= 1_000_000;
        return Formats.decimal(
                        language(),
                        (mega ? kilobytes.movePointLeft(3) : kilobytes).setScale(1, java.math.RoundingMode.HALF_UP))
                + (mega ? "\u00a0MB" : "\u00a0kB");
    }

    /** Whether the reader's roles allow the action, as {@code AgreementRegister.clear}. */
    public static boolean may(String action) {
        return permissions().allows(action);
    }

    /** Who can do what the reader can't. */
    public static String whoMay(String action) {
        Locale language = language();
        String roles = permissions().rolesFor(action).stream()
                .map(role -> Words.text(language, "Role." + role))
                .collect(Collectors.joining(", "));
        return Words.text(language, "who.may", roles);
    }

    /** The address of a record's page; null where its kind has none. */
    public static @Nullable String link(@Nullable String kind, @Nullable Object reference) {
        return Links.to(kind, reference);
    }

    /** What other features show on the page of a record of this kind. */
    public static List<Tab> tabs(String kind) {
        return Features.tabs(kind);
    }

    public static String encoded(@Nullable Object text) {
        return text == null ? "" : Links.encoded(text.toString());
    }

    /** The address of this page with one parameter changed, or taken away where the value is empty. */
    public static String with(String name, @Nullable Object value) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> {
            if (!PLACES.contains(key) && !key.startsWith("jakarta.faces") && !values[0].isEmpty()) {
                parameters.put(key, values[0]);
            }
        });
        if (value == null || value.toString().isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.toString());
        }
        String query = parameters.entrySet().stream()
                .map(entry -> Links.encoded(entry.getKey()) + "=" + Links.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "?" + query;
    }

    /** Asked hundreds of times for a page, and found once. */
    private static Locale language() {
        return kept(Locale.class, () -> you().getLocale());
    }

    private static CurrentUser you() {
        return kept(
                CurrentUser.class, () -> CDI.current().select(CurrentUser.class).get());
    }

    private static Permissions permissions() {
        return kept(
                Permissions.class, () -> CDI.current().select(Permissions.class).get());
    }

    private static <T> T kept(Class<T> type, Supplier<T> found) {
        Map<Object, Object> request = FacesContext.getCurrentInstance().getAttributes();
        Object known = request.get(type.getName());
        if (known == null) {
            known = found.get();
            request.put(type.getName(), known);
        }
        return type.cast(known);
    }
}

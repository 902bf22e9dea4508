package org.kizuna.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each language writes dates, times and figures. */
public final class Formats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** By language: reading a pattern takes longer than writing a date, and a list writes dozens. */
    private static final Map<Locale, DateTimeFormatter> DATES = new ConcurrentHashMap<>();

    private static final Map<Locale, DateTimeFormatter> MOMENTS = new ConcurrentHashMap<>();

    /** By language, each to be copied: a format can't be used by two at once. */
    private static final Map<Locale, NumberFormat> NUMBERS = new ConcurrentHashMap<>();

    private Formats() {}

    /** 24 Jan 2021, 24 janv. 2021, 2021年1月24日. */
    public static String date(Locale language, LocalDate date) {
        return date.format(DATES.computeIfAbsent(language, known -> pattern(known, "d MMM uuuu", "uuuu年M月d日")));
    }

    /** 24 Jan, 24 janv., 1月24日. */
    public static String dayOfYear(Locale language, LocalDate date) {
        return date.format(pattern(language, "d MMM", "M月d日"));
    }

    /** 24 Jan 2021 16:02, in the reader's zone. */
    public static String moment(Locale language, Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .format(MOMENTS.computeIfAbsent(
                        language, known -> pattern(known, "d MMM uuuu HH:mm", "uuuu年M月d日 HH:mm")));
    }

    public static String time(LocalTime time) {
        return time.format(TIME);
    }

    /** The amount alone, at the currency's minor unit. */
    public static String amount(Locale language, Money money) {
        return decimal(language, money.amount());
    }

    /** With all the digits it has. */
    public static String decimal(Locale language, BigDecimal number) {
        NumberFormat format = (NumberFormat) NUMBERS.computeIfAbsent(language, NumberFormat::getNumberInstance)
                .clone();
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return signed(format.format(number));
    }

    /** With all the digits it has and no separators of thousands, so that it is read again as it stands in a field. */
    public static String plainDecimal(Locale language, BigDecimal number) {
        char sign = java.text.DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
        return number.toPlainString().replace('.', sign);
    }

    public static String whole(Locale language, long number) {
        return signed(NumberFormat.getIntegerInstance(language).format(number));
    }

    /** One digit after the point, as 56.0 %. */
    public static String percent(Locale language, BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return decimal(language, percent) + "\u00a0%";
    }

    public static String money(Locale language, Money money) {
        return money.currency().getCurrencyCode() + "\u00a0" + amount(language, money);
    }

    /** The minus sign that is as wide as a plus. */
    private static String signed(String formatted) {
        return formatted.startsWith("-") ? "\u2212" + formatted.substring(1) : formatted;
    }

    private static DateTimeFormatter pattern(Locale language, String usual, String japanese) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("ja") ? japanese : usual, language);
    }
}

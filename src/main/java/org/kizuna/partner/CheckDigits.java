package org.kizuna.partner;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** How a list's check digits are reckoned, over values that have the list's form and spelling. */
final class CheckDigits {

    private static final Map<String, Predicate<String>> RULES = Map.of(
            // legal entity identifier [ISO 17442, by ISO/IEC 7064 MOD 97-10]
            "LEI", value -> mod97(value) == 1,
            // corporate number of Japan [National Tax Agency, ordinance on the designation of corporate numbers]
            "JCN", CheckDigits::corporateNumber,
            // CNPJ of Brazil, its letters counted from 17 [Receita Federal, IN RFB 2.229/2024]
            "CNPJ", CheckDigits::cnpj,
            // Australian business number [Australian Business Register]
            "ABN", value -> weighed(less(value), 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) % 89 == 0,
            // organisation number of Norway [Brønnøysundregistrene]
            "NO", value -> weighed(value, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            // organisation number of Sweden [Skatteverket, by the formula of Luhn]
            "LUHN", value -> luhn(value.replace("-", "")),
            // business ID of Finland [Finnish Patent and Registration Office]
            "FI", value -> weighed(value.replace("-", ""), 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0,
            // enterprise identification number of Switzerland [Federal Statistical Office]
            "CH", value -> weighed(value.substring(3), 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0,
            // New Zealand business number [a global location number, GS1]
            "GS1", value -> weighed(value, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0);

    private CheckDigits() {}

    /** @param rule as {@code data/identifier-lists.csv} names it */
    static Predicate<String> of(String rule) {
        return Objects.requireNonNull(RULES.get(rule), rule);
    }

    private static int mod97(String value) {
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static boolean corporateNumber(String value) {
        int sum = weighed(value.substring(1), 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
        return value.charAt(0) - '0' == 9 - sum % 9;
    }

    private static boolean cnpj(String value) {
        int first = weighed(value.substring(0, 12), 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        int second = weighed(value.substring(0, 13), 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return value.charAt(12) - '0' == digit(first) && value.charAt(13) - '0' == digit(second);
    }

    private static int digit(int remainder) {
        return remainder < 2 ? 0 : 11 - remainder;
    }

    /** The first digit less one. */
    private static String less(String value) {
        return (char) (value.charAt(0) - 1) + value.substring(1);
    }

    private static int weighed(String value, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (value.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private static boolean luhn(String value) {
        int sum = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(value.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}

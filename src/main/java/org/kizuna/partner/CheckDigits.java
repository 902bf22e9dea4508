package org.kizuna.partner;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** How a list's check digits are reckoned, over values that have the list's form and spelling. */
final class CheckDigits {

    private static final Map<String, Predicate<String>> RULES = Map.ofEntries(
            // legal entity identifier [ISO 17442, by ISO/IEC 7064 MOD 97-10]
            Map.entry("LEI", value -> mod97(value) == 1),
            // corporate number of Japan [National Tax Agency, ordinance on the designation of corporate numbers]
            Map.entry("JCN", CheckDigits::corporateNumber),
            // CNPJ of Brazil, its letters counted from 17 [Receita Federal, IN RFB 2.229/2024]
            Map.entry("CNPJ", CheckDigits::cnpj),
            // Australian business number [Australian Business Register]
            Map.entry("ABN", value -> weighed(less(value), 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) % 89 == 0),
            // organisation number of Norway [Brønnøysundregistrene]
            Map.entry("NO", value -> weighed(value, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            // organisation number of Sweden [Skatteverket, by the formula of Luhn]
            Map.entry("LUHN", value -> luhn(value.replace("-", ""))),
            // business ID of Finland [Finnish Patent and Registration Office]
            Map.entry("FI", value -> weighed(value.replace("-", ""), 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
            // enterprise identification number of Switzerland [Federal Statistical Office]
            Map.entry("CH", value -> weighed(value.substring(3), 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0),
            // New Zealand business number [a global location number, GS1]
            Map.entry("GS1", value -> weighed(value, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0),
            // company number of Australia [Australian Securities and Investments Commission]
            Map.entry("ACN", value -> (weighed(value, 8, 7, 6, 5, 4, 3, 2, 1) + last(value)) % 10 == 0),
            // SIREN of France, with which a SIRET begins [Insee, by the formula of Luhn]
            Map.entry("SIREN", value -> luhn(value.substring(0, 9))),
            // CUIT of Argentina [Agencia de Recaudación y Control Aduanero]
            Map.entry("CUIT", value -> weighed(value.replace("-", ""), 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            // RUT of Chile [Servicio de Impuestos Internos]
            Map.entry("RUT", CheckDigits::rut),
            // NIP and REGON of Poland [Ministry of Finance, Statistics Poland]
            Map.entry("NIP", value -> weighed(value, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(value)),
            Map.entry("REGON", value -> weighed(value, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == value.charAt(8) - '0'),
            // NIPC of Portugal [Instituto dos Registos e do Notariado]
            Map.entry("NIPC", value -> digit(weighed(value, 9, 8, 7, 6, 5, 4, 3, 2) % 11) == last(value)),
            // PIB of Serbia [Tax Administration, by ISO/IEC 7064 MOD 11,10]
            Map.entry("PIB", CheckDigits::mod11And10),
            // research organisation registry [ror.org, by ISO/IEC 7064 MOD 97-10]
            Map.entry("ROR", CheckDigits::ror));

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

    private static int last(String value) {
        return value.charAt(value.length() - 1) - '0';
    }

    /** The digits are weighed from their end with 2 to 7, again and again; K is ten. */
    private static boolean rut(String value) {
        int sum = 0;
        int digits = value.length() - 1;
        for (int i = 0; i < digits; i++) {
            sum += (value.charAt(digits - 1 - i) - '0') * (2 + i % 6);
        }
        char check = value.charAt(digits);
        return (sum + (check == 'K' ? 10 : check - '0')) % 11 == 0;
    }

    private static boolean mod11And10(String value) {
        int product = 10;
        for (int i = 0; i < value.length() - 1; i++) {
            int sum = (product + value.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + last(value)) % 10 == 1;
    }

    /** Letters are numbers without i, l, o and u [Crockford's base 32]. */
    private static boolean ror(String value) {
        String signs = "0123456789abcdefghjkmnpqrstvwxyz";
        long number = 0;
        for (int i = 0; i < value.length() - 2; i++) {
            number = number * signs.length() + signs.indexOf(value.charAt(i));
        }
        return 98 - number * 100 % 97 == Integer.parseInt(value.substring(value.length() - 2));
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

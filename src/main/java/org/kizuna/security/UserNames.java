package org.kizuna.security;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How names of accounts are spelled and compared: in one form (NFKC, small letters), in one script or Latin beside
 * Japanese, Chinese or Korean [Unicode TS 39, "highly restrictive"], and unlike each other to the eye.
 */
final class UserNames {

    /** What the journal calls those who have no account. */
    static final Set<String> RESERVED = Set.of("system", "anonymous", "installation");

    private static final int LONGEST = 60;
    private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{1,59}");

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private UserNames() {}

    /** The form in which two names are compared, or nothing when it cannot be a name. */
    static Optional<String> compared(@Nullable String typed) {
        // what is much too long is not even looked at
        if (typed == null || typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String form = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WELL_FORMED.matcher(form).matches() ? Optional.of(form) : Optional.empty();
    }

    /** Whether it mixes scripts as nobody's name does. */
    static boolean mixesScripts(String name) {
        return CHECKER.failsChecks(name);
    }

    /** Whether the eye takes the one for the other [Unicode TS 39, skeletons]. */
    static boolean lookAlike(String one, String other) {
        return skeleton(one).equals(skeleton(other));
    }

    /** Whether they look alike and are not one name, which the database refuses by itself. */
    static boolean takenForAnother(String one, String other) {
        return !compared(one).equals(compared(other)) && lookAlike(one, other);
    }

    static boolean looksReserved(String name) {
        return RESERVED.stream().anyMatch(reserved -> lookAlike(name, reserved));
    }

    /** Which of these names could not be given today. */
    static List<String> toChange(List<String> names) {
        Map<String, Long> alike =
                names.stream().collect(Collectors.groupingBy(UserNames::skeleton, Collectors.counting()));
        return names.stream()
                .filter(name -> compared(name).isEmpty()
                        || mixesScripts(name)
                        || looksReserved(name)
                        || alike.getOrDefault(skeleton(name), 0L) > 1)
                .toList();
    }

    private static String skeleton(String name) {
        return CHECKER.getSkeleton(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}

package org.kizuna.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kizuna.shared.Problems;

/** Which passwords may be chosen: long enough, not endless, and not to be guessed from words or from whose they are. */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Tries that guessing takes [zxcvbn]; any two words or habits take it 10^8 and a little. */
    private static final long SAFE = 500_000_000;

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private Passwords() {}

    /** @throws org.kizuna.shared.InvalidInput at the field password */
    static void require(String password, Account account) {
        Problems problems = new Problems();
        if (password.length() < SHORTEST) {
            problems.add("password", "passwordTooShort", SHORTEST);
        } else if (password.length() > LONGEST) {
            problems.add("password", "tooLong", LONGEST);
        } else if (isGuessable(password, account)) {
            problems.add("password", "passwordGuessable");
        }
        problems.refuse();
    }

    static boolean isGuessable(String password, Account account) {
        List<String> own = Stream.concat(
                        Stream.of("kizuna", "unido", account.username()),
                        Stream.of(account.displayName(), Objects.requireNonNullElse(account.email(), ""))
                                .flatMap(text -> Stream.of(text.split("[\\s@.]+", -1))))
                .filter(word -> !word.isEmpty())
                .toList();
        return password.length() <= LONGEST && GUESSER.measure(password, own).getGuesses() < SAFE;
    }
}

package org.kizuna.testing;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kizuna.shared.Despite;

/** Answers in a test whatever is asked about money and names: it is so. */
public final class Insisting {

    private static final Set<String> CODES = Stream.of(
                    "beforeAgreement", "likelyDuplicate", "receiptAboveCommitment", "staleRate", "unusualDate")
            .flatMap(code -> Stream.of(code, code + "InFile"))
            .collect(Collectors.toSet());

    private Insisting() {}

    public static <T> T on(Callable<T> work) throws Exception {
        return Despite.during(CODES, "as the test has it", work::call);
    }
}

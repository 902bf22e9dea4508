package org.kizuna.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kizuna.feature.Features;
import org.kizuna.feature.RecordKind;

/**
 * What a part of the history can be asked around.
 *
 * @param parameter name by which a request names the record
 * @param moneyAlone whether only what a donor gave is meant
 */
public record Subject(String parameter, String kind, boolean moneyAlone) {

    public static List<Subject> all() {
        return Features.kinds().stream().flatMap(Subject::of).toList();
    }

    private static Stream<Subject> of(RecordKind kind) {
        Stream<Subject> followed =
                Stream.ofNullable(kind.followed()).map(parameter -> new Subject(parameter, kind.name(), false));
        return kind.part() == RecordKind.Part.DONOR
                ? Stream.concat(
                        followed,
                        Stream.of(new Subject(kind.part().name().toLowerCase(Locale.ROOT), kind.name(), true)))
                : followed;
    }

    /** The first that a request names. */
    public static Optional<Subject> in(Predicate<String> given) {
        return all().stream().filter(subject -> given.test(subject.parameter())).findFirst();
    }
}

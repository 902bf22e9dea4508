package org.kizuna.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Numbers of lines as people write them: {@code 3, 7-9}. */
final class Lines {

    private Lines() {}

    static String of(LongStream lines) {
        List<String> written = new ArrayList<>();
        long first = 0;
        long last = 0;
        for (long line : lines.sorted().distinct().toArray()) {
            if (last > 0 && line != last + 1) {
                written.add(run(first, last));
                first = line;
            }
            first = last == 0 ? line : first;
            last = line;
        }
        if (last > 0) {
            written.add(run(first, last));
        }
        return String.join(", ", written);
    }

    private static String run(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}

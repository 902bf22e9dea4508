package org.kizuna.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The test vectors that the format's description gives to whoever writes another verifier. */
public final class FormatVectors {

    private static final Path PAGE = Path.of("src", "site", "markdown", "dossier-format.md");
    private static final Pattern VECTOR = Pattern.compile("(?m)^    ([^=\n]+?) = ?(.*)$");

    private final Map<String, String> values;

    public FormatVectors() {
        try {
            String page = Files.readString(PAGE, StandardCharsets.UTF_8);
            Matcher vector = VECTOR.matcher(page.substring(page.indexOf("## Test vectors")));
            values = vector.results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The hashes of a path. */
    public List<byte[]> path(String name) {
        return Arrays.stream(text(name).split(" "))
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    /** What the leaves of the tree hold. */
    public List<byte[]> entries() {
        return IntStream.range(0, 7)
                .mapToObj(entry -> HexFormat.of().parseHex(text("entry " + entry)))
                .toList();
    }
}

package org.kizuna.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kizuna.feature.Feature;
import org.kizuna.feature.RecordKind;
import org.kizuna.testing.FeaturesWithoutServer;

/** Names of records and addresses of pages that stand as literals outside of their feature. */
final class FeatureLiterals {

    private static final Path SOURCES = Path.of("src/main/java/org/kizuna");

    /** The frame of every page, and the tags that all pages use. */
    private static final List<Path> FRAME =
            List.of(Path.of("src/main/webapp/WEB-INF/templates"), Path.of("src/main/webapp/WEB-INF/tags"));

    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Za-z]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("[\"']/([a-z]+)/[^\"']*[\"']");

    /** Run apart from the application, and know its files from outside. */
    private static final List<String> ELSEWHERE = List.of("launch", "verify");

    private FeatureLiterals() {}

    /** @param seen what the frame of pages may know */
    static List<String> foreign(Set<String> seen) throws IOException {
        Map<String, String> owners = owners(FeatureLiterals::kinds);
        Map<String, String> pages = owners(feature -> Stream.of(feature.name()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Stream<String> java = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ELSEWHERE.contains(room(file)))
                    .flatMap(file -> Stream.concat(
                            found(file, NAME, owners, room(file)), found(file, ADDRESS, pages, room(file))));
            return Stream.concat(java, frame(pages).filter(name -> seen.stream()
                            .noneMatch(room -> name.endsWith(" of " + room))))
                    .toList();
        }
    }

    private static Map<String, String> owners(Function<Feature, Stream<String>> names) {
        return FeaturesWithoutServer.features().stream()
                .flatMap(feature -> names.apply(feature).map(name -> Map.entry(name, feature.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<String> kinds(Feature feature) {
        return feature.kinds().stream().map(RecordKind::name);
    }

    private static Stream<String> frame(Map<String, String> pages) throws IOException {
        Stream.Builder<String> found = Stream.builder();
        for (Path folder : FRAME) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .flatMap(file -> found(file, ADDRESS, pages, "page"))
                        .forEach(found);
            }
        }
        return found.build();
    }

    private static String room(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static Stream<String> found(Path file, Pattern literal, Map<String, String> owners, String room) {
        Matcher matcher = literal.matcher(text(file));
        return matcher
                .results()
                .map(match -> match.group(1))
                .filter(name -> owners.containsKey(name) && !room.equals(owners.get(name)))
                .map(name -> file + " names " + name + " of " + owners.get(name))
                .toList()
                .stream();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

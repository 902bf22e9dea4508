package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kizuna.security.Permissions;
import org.kizuna.security.Register;

/** Every word there is, in every language there is, and none that is missing where it is used. */
class WordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
    private static final List<JavaClass> KIZUNA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.kizuna").stream()
                    .toList();

    static Stream<String> bundles() {
        return Stream.concat(Words.bundles().stream(), Stream.of("faces"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundlesAreInStep(String bundle) throws IOException {
        Properties english = read(bundle, "");
        for (String suffix : List.of("_fr", "_ja")) {
            Properties other = read(bundle, suffix);
            assertThat(other.stringPropertyNames()).as(bundle + suffix).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(placeholders(other.getProperty(key)))
                        .as(bundle + suffix + " " + key)
                        .isEqualTo(placeholders(english.getProperty(key)));
                assertThat(other.getProperty(key))
                        .as(bundle + suffix + " " + key)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreDoubledExactlyWhereThereAreArguments(String bundle) throws IOException {
        for (String suffix : List.of("", "_fr", "_ja")) {
            Properties words = read(bundle, suffix);
            for (String key : words.stringPropertyNames()) {
                String text = words.getProperty(key);
                boolean arguments = PLACEHOLDER.matcher(text).find();
                String undoubled = text.replace("''", "");
                assertThat(arguments ? undoubled : text.contains("''") ? "doubled" : "")
                        .as(bundle + suffix + " " + key)
                        .doesNotContain(arguments ? "'" : "doubled");
            }
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String bundle : Words.bundles()) {
            for (String key : read(bundle, "").stringPropertyNames()) {
                assertThat(seen.add(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void everyConstantThatPagesShowHasALabel() {
        Set<String> unshown = Set.of(
                "Operation",
                "Format",
                "Channel",
                "SumCells",
                "Attempt",
                "Answer",
                "Turn",
                "Asked",
                "Tone",
                "Part",
                "JobState",
                "MailState",
                "Audience");
        assertThat(KIZUNA.stream()
                        .filter(type -> type.isEnum() && !unshown.contains(type.getSimpleName()))
                        .flatMap(type -> type.getFields().stream()
                                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                                .map(field -> type.getSimpleName() + "." + field.getName()))
                        .filter(key -> !Words.has(Locale.ENGLISH, key)))
                .isEmpty();
    }

    @Test
    void everyRefusalIsWorded() {
        assertThat(KIZUNA.stream()
                        .filter(type -> type.isAssignableTo(BusinessRuleViolation.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !type.isEquivalentTo(InvalidInput.class))
                        .map(JavaClass::getSimpleName)
                        .filter(key -> !Words.has(Locale.ENGLISH, key)))
                .isEmpty();
    }

    @Test
    void everyActionOfTheJournalIsWorded() {
        assertThat(KIZUNA.stream()
                        .filter(type -> type.isAnnotatedWith(Register.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(method -> "action." + Permissions.action(method.reflect()))
                        .filter(key -> !Words.has(Locale.ENGLISH, key)))
                .isEmpty();
    }

    @Test
    void everyFieldOfTheJournalIsWorded() {
        assertThat(KIZUNA.stream()
                        .filter(type -> type.isAnnotatedWith(Terms.class)
                                || (type.isAnnotatedWith(Entity.class)
                                        && !type.getPackageName().endsWith("search")))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getRawType().isAnnotatedWith(Terms.class)
                                && !Set.of("id").contains(field.getName()))
                        .map(field -> recordKind(field.getOwner()) + "." + field.getName())
                        .filter(key -> !Words.has(Locale.ENGLISH, key)
                                && !Words.has(Locale.ENGLISH, "field" + key.substring(key.indexOf('.')))))
                .isEmpty();
        assertThat(KIZUNA.stream().filter(type -> type.isAnnotatedWith(Embeddable.class)))
                .isNotEmpty();
    }

    /** The kind of record that the journal names for a field: what terms say is said of the record that holds them. */
    private static String recordKind(JavaClass owner) {
        return KIZUNA.stream()
                .filter(type -> owner.isAnnotatedWith(Terms.class)
                        && type.getFields().stream()
                                .anyMatch(field -> field.getRawType().equals(owner)))
                .findFirst()
                .orElse(owner)
                .getSimpleName();
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        Pattern use = Pattern.compile("msg\\['([A-Za-z0-9_.*]+)'\\]|k:text2?\\('([A-Za-z0-9_.]+)'");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                Matcher keys = use.matcher(Files.readString(page));
                while (keys.find()) {
                    String key = keys.group(1) == null ? keys.group(2) : keys.group(1);
                    if (!key.endsWith(".") && !Words.has(Locale.ENGLISH, key)) {
                        missing.add(page.getFileName() + " " + key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyQuestionIsWordedForWhoeverIsAskedAndForTheHistory() throws IOException {
        Pattern use = Pattern.compile("\\.ask\\(\\s*[^,]+,\\s*\"(\\w+)\"");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher codes = use.matcher(Files.readString(source));
                while (codes.find()) {
                    String key = Question.key(codes.group(1));
                    Stream.of(key, key + ".short")
                            .filter(word -> !Words.has(Locale.ENGLISH, word))
                            .forEach(missing::add);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void writesArgumentsAsTheLanguageDoes() {
        Money ceiling = Money.of("1000000", "JPY");
        assertThat(Words.text(Locale.ENGLISH, "CeilingExceeded", ceiling, Money.of("5", "JPY")))
                .contains("JPY\u00a01,000,000");
        assertThat(Words.text(Locale.JAPANESE, "datesOutOfOrder", java.time.LocalDate.of(2021, 6, 29)))
                .contains("2021年6月29日");
    }

    @Test
    void fallsBackToEnglishForALanguageThereIsNot() {
        assertThat(Words.closest(Locale.GERMAN)).isEqualTo(Locale.ENGLISH);
        assertThat(Words.closest(Locale.CANADA_FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(Words.closest(null)).isEqualTo(Locale.ENGLISH);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(result -> result.group()).collect(Collectors.toSet());
    }

    private static Properties read(String bundle, String suffix) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(
                WordsTest.class.getResourceAsStream("/messages/" + bundle + suffix + ".properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}

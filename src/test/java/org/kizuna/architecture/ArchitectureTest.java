package org.kizuna.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kizuna.feature.Feature;
import org.kizuna.security.Register;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.JournaledRecord;

/** The house's plan: which room may see which, and what may be done where. */
class ArchitectureTest {

    /** Every arrow that may exist between rooms. What is not here is forbidden. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("feature", Set.of("shared")),
            Map.entry("lifecycle", Set.of("shared")),
            Map.entry("print", Set.of()),
            Map.entry("job", Set.of("shared")),
            Map.entry("search", Set.of("shared", "feature")),
            Map.entry("security", Set.of("shared", "feature", "job")),
            Map.entry("page", Set.of("shared", "feature", "security", "search")),
            Map.entry("notification", Set.of("shared", "feature", "job", "security")),
            Map.entry("history", Set.of("shared", "feature", "job", "security", "search", "print", "notification")),
            Map.entry("document", Set.of("shared", "feature", "security")),
            Map.entry("draft", Set.of("shared", "feature", "job", "security")),
            Map.entry("partner", Set.of("shared", "feature", "lifecycle", "security", "search")),
            Map.entry(
                    "agreement", Set.of("shared", "feature", "lifecycle", "security", "search", "history", "partner")),
            Map.entry(
                    "contribution",
                    Set.of("shared", "feature", "security", "search", "history", "partner", "agreement")),
            Map.entry("rate", Set.of("shared", "feature", "security")),
            Map.entry(
                    "ledger",
                    Set.of(
                            "shared",
                            "feature",
                            "security",
                            "search",
                            "history",
                            "partner",
                            "agreement",
                            "contribution",
                            "rate")),
            Map.entry(
                    "figure",
                    Set.of("shared", "security", "history", "partner", "agreement", "contribution", "rate", "ledger")),
            Map.entry(
                    "event",
                    Set.of(
                            "shared",
                            "feature",
                            "lifecycle",
                            "security",
                            "search",
                            "partner",
                            "agreement",
                            "contribution")),
            Map.entry(
                    "tag",
                    Set.of("shared", "feature", "security", "search", "partner", "agreement", "contribution", "event")),
            Map.entry(
                    "exchange",
                    Set.of("shared", "feature", "security", "search", "partner", "contribution", "ledger", "document")),
            Map.entry(
                    "dashboard",
                    Set.of(
                            "shared",
                            "feature",
                            "security",
                            "partner",
                            "agreement",
                            "contribution",
                            "ledger",
                            "figure",
                            "history")),
            Map.entry(
                    "installation",
                    Set.of(
                            "shared",
                            "feature",
                            "lifecycle",
                            "security",
                            "search",
                            "partner",
                            "agreement",
                            "contribution",
                            "rate",
                            "ledger",
                            "event",
                            "exchange",
                            "document")),
            Map.entry("launch", Set.of()),
            Map.entry("verify", Set.of()));

    /** Pages and REST also name records of any kind, and pages say who is reading. */
    private static final Set<String> EVERY_DOOR_SEES =
            Set.of("shared", "feature", "lifecycle", "security", "search", "page");

    private static final JavaClasses KIZUNA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kizuna");

    @Test
    void roomsSeeOnlyWhatTheirArrowsAllow() {
        classes().should(new RespectArrows()).check(KIZUNA);
    }

    @Test
    void noRoomReachesItselfOverAnother() {
        slices().assignedFrom(new RoomsAndLayers()).should().beFreeOfCycles().check(KIZUNA);
    }

    /** What a kind is called and where its pages are stands once in its feature; others name the constant. */
    @Test
    void noRoomKnowsAnotherByALiteral() throws IOException {
        assertThat(FeatureLiterals.foreign(ARROWS.get("page"))).isEmpty();
    }

    @Test
    void pagesAreReadWithoutScrollingAside() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("src/main/webapp"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".xhtml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120)));
        }
    }

    @Test
    void everyFeatureTellsOfItselfInItsOwnRoom() {
        assertThat(KIZUNA)
                .filteredOn(type -> !type.isInterface() && type.isAssignableTo(Feature.class))
                .isNotEmpty()
                .allSatisfy(type -> {
                    Feature feature =
                            (Feature) type.reflect().getDeclaredConstructor().newInstance();
                    assertThat(type.getPackageName()).isEqualTo("org.kizuna." + feature.name());
                    assertThat(type.getSimpleName()).endsWith("Feature");
                });
    }

    @Test
    void everyBeanSaysWhoMayCallIt() {
        assertThat(KIZUNA)
                .filteredOn(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                .filteredOn(type -> GATES.stream().noneMatch(type::isAnnotatedWith))
                .flatExtracting(JavaClass::getMethods)
                .filteredOn(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .allSatisfy(method -> assertThat(GATES.stream().filter(method::isAnnotatedWith))
                        .as(method.getFullName())
                        .hasSize(1));
    }

    private static final List<Class<? extends Annotation>> GATES =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

    @Test
    void pagesNeverTouchPersistence() {
        noClasses()
                .that()
                .resideInAnyPackage("..web..", "..rest..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(EntityManager.class.getName())
                .check(KIZUNA);
    }

    @Test
    void nothingButPagesTouchesFaces() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..")
                .check(KIZUNA);
    }

    /** Servlets and REST are called without Faces: what they are handed must not need it. */
    @Test
    void nothingInjectedIntoAServletNeedsFaces() {
        for (JavaClass door : KIZUNA) {
            if (door.isAssignableTo(HttpServlet.class) || door.isAnnotatedWith(Path.class)) {
                assertThat(injectedInto(door)).as(door.getName()).allSatisfy(injected -> assertThat(
                                injected.getDirectDependenciesFromSelf())
                        .as(injected.getName())
                        .extracting(dependency -> dependency.getTargetClass().getPackageName())
                        .noneMatch(name -> name.startsWith("jakarta.faces") || name.startsWith("org.omnifaces")));
            }
        }
    }

    private static Set<JavaClass> injectedInto(JavaClass door) {
        Set<JavaClass> found = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(Set.of(door));
        while (!open.isEmpty()) {
            for (JavaField field : open.poll().getAllFields()) {
                JavaClass type = field.getRawType();
                if (field.isAnnotatedWith(Inject.class)
                        && type.getPackageName().startsWith("org.kizuna")
                        && found.add(type)) {
                    open.add(type);
                }
            }
        }
        return found;
    }

    @Test
    void everyRegisterMethodSaysWhoMay() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Register.class)
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(KIZUNA);
        classes()
                .that()
                .areAnnotatedWith(Register.class)
                .and()
                .areNotAnnotatedWith(Interceptor.class)
                .should()
                .beAnnotatedWith(Stateless.class)
                .check(KIZUNA);
    }

    @Test
    void onlyRegistersWriteThroughPersistence() {
        ArchRule rule = noClasses()
                .that()
                .areNotAnnotatedWith(Register.class)
                .and(DescribedPredicate.<JavaClass>describe(
                        "are no part of a register", type -> !HELPERS.contains(type.getSimpleName())))
                .should()
                .callMethod(EntityManager.class, "persist", Object.class)
                .orShould()
                .callMethod(EntityManager.class, "merge", Object.class)
                .orShould()
                .callMethod(EntityManager.class, "remove", Object.class);
        rule.check(KIZUNA);
    }

    /** Parts of a register that are classes of their own, to keep it readable. */
    private static final Set<String> HELPERS =
            Set.of("StatementPosting", "BatchConfirmation", "BatchReversal", "Reversing");

    @Test
    void bulkStatementsThatWouldPassTheJournalByAreRefused() {
        BulkStatements.refused().check(KIZUNA);
    }

    @Test
    void aPlantedBulkStatementIsCaught() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedBulkStatement.class);
        assertThat(BulkStatements.refused().evaluate(planted).hasViolation()).isTrue();
        JavaClasses throughSql = new ClassFileImporter().importClasses(PlantedBulkStatement.ThroughSql.class);
        assertThat(BulkStatements.refused().evaluate(throughSql).hasViolation()).isTrue();
    }

    @Test
    void entitiesSpeakVerbsAndHaveNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .check(KIZUNA);
    }

    /** Kept beside the records, and made anew by the self-audit. */
    private static final String FOLLOWS_FROM_THE_LEDGER = "UnconfirmedReceipt";

    @Test
    void everyEntityCanBeNamedByTheJournal() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .resideOutsideOfPackage("org.kizuna.search")
                .and()
                .doNotHaveSimpleName(FOLLOWS_FROM_THE_LEDGER)
                .should()
                .beAssignableTo(JournaledRecord.class)
                .check(KIZUNA);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .andShould()
                .notHaveRawType(Double.class)
                .andShould()
                .notHaveRawType(Float.class)
                .check(KIZUNA);
    }

    @Test
    void brokenRulesAreSentencesWithWordsInEveryLanguage() {
        classes()
                .that()
                .areAssignableTo(BusinessRuleViolation.class)
                .should()
                .haveSimpleNameNotEndingWith("Exception")
                .check(KIZUNA);
    }

    /** A room's pages and its REST stand above all rooms, and count for themselves. */
    private static final class RoomsAndLayers implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(RespectArrows.room(type), RespectArrows.layer(type));
        }

        @Override
        public String getDescription() {
            return "rooms and their layers";
        }
    }

    /** Follows {@link #ARROWS}; a room's pages and REST lead to the room, never the other way. */
    private static final class RespectArrows extends ArchCondition<JavaClass> {

        RespectArrows() {
            super("see only what the arrows allow");
        }

        @Override
        public void check(JavaClass origin, ConditionEvents events) {
            origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith("org.kizuna") && !allowed(origin, target)) {
                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                }
            });
        }

        private static boolean allowed(JavaClass origin, JavaClass target) {
            String from = room(origin);
            String to = room(target);
            String layer = layer(origin);
            String targetLayer = layer(target);
            boolean downward = targetLayer.isEmpty() || targetLayer.equals(layer) || from.equals("installation");
            if (!downward) {
                return false;
            }
            return from.equals(to)
                    || ARROWS.getOrDefault(from, Set.of()).contains(to)
                    || (!layer.isEmpty() && EVERY_DOOR_SEES.contains(to));
        }

        private static String room(JavaClass type) {
            List<String> parts = List.of(type.getPackageName().split("\\.", -1));
            return parts.size() > 2 ? parts.get(2) : "";
        }

        private static String layer(JavaClass type) {
            String name = type.getPackageName();
            return name.endsWith(".web") ? "web" : name.endsWith(".rest") ? "rest" : "";
        }
    }
}

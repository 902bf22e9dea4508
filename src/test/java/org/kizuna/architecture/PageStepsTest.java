package org.kizuna.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kizuna.security.Permissions;
import org.kizuna.security.Register;
import org.kizuna.shared.Words;
import org.kizuna.testing.PageSteps;

/** What pages say of the steps they offer. */
class PageStepsTest {

    private static final JavaClasses KIZUNA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kizuna");

    private final PageSteps pages = PageSteps.of(Path.of(""));

    @Test
    void everyActionThatAPageNamesIsARegisters() {
        Set<String> actions = KIZUNA.stream()
                .filter(type -> type.isAnnotatedWith(Register.class))
                .flatMap(type -> type.getMethods().stream())
                .map(method -> Permissions.action(method.reflect()))
                .collect(Collectors.toSet());
        assertThat(actions).containsAll(pages.actions());
    }

    /** Else the input that is left empty takes the place of the one that is filled in. */
    @Test
    void noTwoInputsOfAPageAreBoundToOneProperty() {
        pages.bindings().forEach((page, bound) -> assertThat(bound).as(page).doesNotHaveDuplicates());
    }

    /** Implicit objects of Jakarta Faces 4.0 and Expression Language: they hide a variable of the same name. */
    @Test
    void noVariableHasTheNameOfAnImplicitObject() {
        Set<String> implicit = Set.of(
                "application",
                "applicationScope",
                "cc",
                "component",
                "cookie",
                "externalContext",
                "facesContext",
                "flash",
                "flowScope",
                "header",
                "headerValues",
                "initParam",
                "param",
                "paramValues",
                "request",
                "requestScope",
                "resource",
                "session",
                "sessionScope",
                "view",
                "viewScope");
        pages.variables().forEach((page, names) -> assertThat(names).as(page).doesNotContainAnyElementsOf(implicit));
    }

    @Test
    void afterEveryStepThePageSaysWhatHappened() {
        for (Locale language : Words.LANGUAGES) {
            assertThat(pages.stepActions())
                    .as("with words called done.<action> in " + language)
                    .allMatch(action -> Words.has(language, "done." + action));
        }
    }

    @Test
    void knowsTheStepsOfPages() {
        assertThat(pages.steps())
                .containsKeys("agreementView.bringIntoForce", "partnerEditView.save", "profileView.prefer")
                .doesNotContainKey("partnerEditView.addName");
    }
}

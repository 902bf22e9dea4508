package org.kizuna.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kizuna.agreement.AgreementLifecycle;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.event.EventLifecycle;
import org.kizuna.event.EventRegister;
import org.kizuna.partner.PartnerLifecycle;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.shared.InvalidInput;

/** What the declared lives promise, and that the registers keep it. */
class LifecycleTest {

    private static final Map<Lifecycle<?, ?>, Class<?>> REGISTERS = Map.of(
            AgreementLifecycle.STEPS, AgreementRegister.class,
            PartnerLifecycle.STEPS, PartnerRegister.class,
            EventLifecycle.STEPS, EventRegister.class);

    static List<Map.Entry<Lifecycle<?, ?>, Class<?>>> registers() {
        return List.copyOf(REGISTERS.entrySet());
    }

    @ParameterizedTest
    @MethodSource("registers")
    void everyStepIsAMethodOfItsRegisterForTheRolesThatAreSaid(Map.Entry<Lifecycle<?, ?>, Class<?>> kind) {
        List<Method> taking = Arrays.stream(kind.getValue().getDeclaredMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(StepData.class)
                        && method.isAnnotationPresent(RolesAllowed.class))
                .toList();
        assertThat(taking)
                .extracting(Method::getName)
                .containsExactlyInAnyOrderElementsOf(
                        kind.getKey().steps().stream().map(Step::method).toList());
        for (Method method : taking) {
            assertThat(Set.of(method.getAnnotation(RolesAllowed.class).value()))
                    .as(method.getName())
                    .isEqualTo(kind.getKey().of(method.getName()).roles());
        }
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aStateLeadsToAnotherByOneStepOnly(Map.Entry<Lifecycle<?, ?>, Class<?>> kind) {
        for (Step<?, ?> step : kind.getKey().steps()) {
            for (Step<?, ?> other : kind.getKey().steps()) {
                if (!step.method().equals(other.method()) && step.to() == other.to()) {
                    assertThat(step.from()).as(step + " and " + other).noneMatch(other.from()::contains);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sendForReview,send-for-review",
        "bringIntoForce,bring-into-force",
        "clear,clear",
        "returnToDraft,return-to-draft"
    })
    void stepsAreNamedInKebabCase(String method, String name) {
        assertThat(AgreementLifecycle.STEPS.of(method).name()).isEqualTo(name);
        assertThat(AgreementLifecycle.STEPS.named(name)).contains(AgreementLifecycle.STEPS.of(method));
    }

    @Test
    void nothingLeadsOutOfWhatIsOver() {
        for (AgreementStatus status : AgreementStatus.values()) {
            assertThat(status.next().isEmpty()).as(status.name()).isEqualTo(status.isOver());
        }
    }

    @Test
    void aStepHappensTodayUnlessADayIsSaidAndNeverInTheFuture() {
        Instant now = Instant.parse("2026-11-30T12:00:00Z");
        LocalDate today = LocalDate.of(2026, 11, 30);
        assertThat(StepTaken.of("clear", StepData.NONE, "approver", now).takenOn())
                .isEqualTo(today);
        StepTaken earlier = StepTaken.of("clear", StepData.on(today.minusDays(3), " why "), "approver", now);
        assertThat(earlier.effectiveOn()).isEqualTo(today.minusDays(3));
        assertThat(earlier.reason()).isEqualTo("why");
        assertThatThrownBy(() -> StepTaken.of("clear", StepData.on(today.plusDays(1)), "approver", now))
                .isInstanceOf(InvalidInput.class);
    }
}

package org.kizuna.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Standing;

/**
 * How an agreement stood on a day: where the last step led that held by then. Of a time when no steps were kept, its own
 * dates tell: a suspension has none there, and counts from the entry into force.
 */
@Dependent
class AgreementStanding implements Standing {

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private static final Set<String> OVER = Set.of(AgreementStatus.TERMINATED.name(), AgreementStatus.ENDED.name());

    private static final Set<String> FIELDS =
            Set.of("status", "actualEndOn", "inForceOn", "signedOn", "clearedOn", "negotiatedOn", "steps");

    @Override
    public String kind() {
        return Agreement.class.getSimpleName();
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public @Nullable String on(LocalDate day, Map<String, String> fields) {
        String steps = fields.get("steps");
        if (steps == null || steps.equals("[]")) {
            return byDates(day, fields);
        }
        String stood = Standing.hasCome(fields.get("negotiatedOn"), day) ? AgreementStatus.DRAFT.name() : null;
        try (JsonReader reader = JSON.createReader(new StringReader(steps))) {
            for (JsonValue step : reader.readArray()) {
                if (Standing.hasCome(step.asJsonObject().getString("effectiveOn"), day)) {
                    stood = AgreementLifecycle.STEPS
                            .of(step.asJsonObject().getString("step"))
                            .to()
                            .name();
                }
            }
        }
        return stood;
    }

    private static @Nullable String byDates(LocalDate day, Map<String, String> fields) {
        String known = fields.getOrDefault("status", "");
        if (known.equals(AgreementStatus.CANCELLED.name())) {
            return known;
        }
        if (Standing.hasCome(fields.get("actualEndOn"), day)) {
            return OVER.contains(known) ? known : AgreementStatus.ENDED.name();
        }
        if (Standing.hasCome(fields.get("inForceOn"), day)) {
            return known.equals(AgreementStatus.SUSPENDED.name()) ? known : AgreementStatus.IN_FORCE.name();
        }
        if (Standing.hasCome(fields.get("signedOn"), day)) {
            return AgreementStatus.SIGNED.name();
        }
        if (Standing.hasCome(fields.get("clearedOn"), day)) {
            return AgreementStatus.CLEARED.name();
        }
        return Standing.hasCome(fields.get("negotiatedOn"), day) ? AgreementStatus.DRAFT.name() : null;
    }
}

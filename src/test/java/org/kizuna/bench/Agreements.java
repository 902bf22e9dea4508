package org.kizuna.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementType;
import org.kizuna.shared.RecordRef;

/** Agreements in all states; each donor and party was a partner before. */
final class Agreements extends Growing {

    private static final List<AgreementType> TYPES = List.of(AgreementType.values());
    private static final List<String> ROLES = List.of("IMPLEMENTING", "HOST", "KNOWLEDGE", "FINANCING");
    private static final int MONTHS = Organisation.MONTHS;

    private final int partners;

    Agreements(int count, int partners) {
        super("Agreement", "A", "AgreementRegister", count);
        this.partners = partners;
    }

    /**
     * What chance gave an agreement.
     *
     * @param parties numbers of partners, the donor first
     * @param reached how many of the steps to its end it has done
     * @param end the status after the last of them
     */
    record One(
            AgreementType type,
            String title,
            List<Integer> parties,
            List<String> roles,
            String currency,
            int ceiling,
            LocalDate day,
            int years,
            int reached,
            String end) {

        boolean financial() {
            return type.usuallyFinancial();
        }

        boolean signed() {
            return reached >= 4;
        }
    }

    One one(int number) {
        Chance chance = Chance.of("Agreement", number);
        int known = Math.max(10, (int) ((long) partners * (number - 1) / count()));
        AgreementType type = chance.one(TYPES);
        List<Integer> parties = new ArrayList<>(List.of(1 + chance.skewed(known)));
        List<String> roles = new ArrayList<>(List.of("DONOR"));
        for (int more = chance.between(1, 2); more > 0; more--) {
            int party = 1 + chance.below(known);
            if (!parties.contains(party)) {
                parties.add(party);
                roles.add(chance.one(ROLES));
            }
        }
        LocalDate day = Organisation.FIRST
                .plusMonths((long) MONTHS * (number - 1) / count())
                .atDay(1);
        int fate = chance.below(100);
        int reached = fate < 8 ? 0 : fate < 12 ? 1 : fate < 15 ? 2 : fate < 18 ? 3 : fate < 21 ? 4 : 5;
        String end = fate < 5
                ? "CANCELLED"
                : fate < 60 ? "IN_FORCE" : fate < 65 ? "SUSPENDED" : fate < 92 ? "ENDED" : "TERMINATED";
        return new One(
                type,
                chance.one(Words.FIELDS) + " in " + chance.one(Words.COUNTRIES) + ", phase " + (1 + number % 4) + " ("
                        + number + ")",
                parties,
                roles,
                chance.one(Words.CURRENCIES.subList(0, 10)),
                chance.between(1, 900) * 10_000,
                day.minusDays(chance.below(28)),
                chance.between(1, 6),
                reached,
                end);
    }

    @Override
    String text() {
        return "summary";
    }

    @Override
    String opens() {
        return "draft";
    }

    @Override
    Map<String, @Nullable Object> fields(int number) {
        One one = one(number);
        Map<String, @Nullable Object> fields = new TreeMap<>();
        for (String empty : List.of(
                "actualEndOn",
                "clearedBy",
                "clearedOn",
                "inForceOn",
                "noticeDays",
                "parent",
                "renewalMonths",
                "signedOn",
                "submittedBy")) {
            fields.put(empty, null);
        }
        fields.put("ceiling", one.financial() ? String.valueOf(one.ceiling()) : null);
        fields.put("currency", one.financial() ? one.currency() : null);
        fields.put("financial", one.financial());
        fields.put("legallyBinding", one.type().usuallyBinding());
        fields.put("negotiatedOn", one.day().toString());
        fields.put("startsOn", one.day().toString());
        fields.put("plannedEndOn", one.day().plusYears(one.years()).toString());
        fields.put("renewal", "NONE");
        fields.put("sample", false);
        fields.put("status", "DRAFT");
        fields.put("title", one.title());
        fields.put("type", one.type().name());
        List<Map<String, @Nullable Object>> parties = new ArrayList<>();
        for (int i = 0; i < one.parties().size(); i++) {
            parties.add(party(one.parties().get(i), one.roles().get(i)));
        }
        fields.put("parties", parties);
        return fields;
    }

    private static Map<String, @Nullable Object> party(int partner, String role) {
        Map<String, @Nullable Object> party = new TreeMap<>();
        party.put("partner", reference("P", partner));
        party.put("role", role);
        party.put("signatory", null);
        party.put("signatoryTitle", null);
        party.put("signedOn", null);
        return party;
    }

    @Override
    List<RecordRef> mentions(int number) {
        return one(number).parties().stream()
                .map(partner -> new RecordRef("Partner", partner))
                .toList();
    }

    @Override
    List<Step> steps(int number) {
        One one = one(number);
        String day = one.day().toString();
        List<Step> all = new ArrayList<>();
        all.add(step("sendForReview", "DRAFT", "IN_REVIEW", "submittedBy", "officer"));
        all.add(new Step(
                "clear",
                "approver",
                "APPROVER",
                nothing("IN_REVIEW", "clearedBy", "clearedOn"),
                Map.of("status", "CLEARED", "clearedBy", "approver", "clearedOn", day)));
        all.add(Step.status("sendForSignature", "officer", "OFFICER", "CLEARED", "AWAITING_SIGNATURE"));
        all.add(step("sign", "AWAITING_SIGNATURE", "SIGNED", "signedOn", day));
        all.add(step("bringIntoForce", "SIGNED", "IN_FORCE", "inForceOn", day));
        List<Step> done = new ArrayList<>(all.subList(0, one.reached()));
        if (one.reached() == 0 && one.end().equals("CANCELLED")) {
            done.add(Step.status("cancel", "officer", "OFFICER", "DRAFT", "CANCELLED"));
        } else if (one.reached() == 5 && one.end().equals("SUSPENDED")) {
            done.add(Step.status("suspend", "officer", "OFFICER", "IN_FORCE", "SUSPENDED"));
        } else if (one.reached() == 5 && !one.end().equals("IN_FORCE")) {
            String action = one.end().equals("ENDED") ? "end" : "terminate";
            done.add(step(action, "IN_FORCE", one.end(), "actualEndOn", endedOn(one)));
        }
        return done;
    }

    private static String endedOn(One one) {
        return one.day().plusMonths(1).toString();
    }

    private static Step step(String action, String from, String to, String field, String value) {
        return new Step(action, "officer", "OFFICER", nothing(from, field), Map.of("status", to, field, value));
    }

    private static Map<String, @Nullable Object> nothing(String status, String... fields) {
        Map<String, @Nullable Object> nothing = new TreeMap<>();
        nothing.put("status", status);
        for (String field : fields) {
            nothing.put(field, null);
        }
        return nothing;
    }

    @Override
    void write(Rows rows) {
        Rows.Table agreements = rows.table(
                "agreement",
                "id, version, reference, type, title, summary, status, legally_binding, financial, currency, ceiling,"
                        + " negotiated_on, cleared_on, cleared_by, submitted_by, signed_on, in_force_on, starts_on,"
                        + " planned_end_on, actual_end_on, renewal, sample, recorded_by, recorded_at");
        Rows.Table parties = rows.table("agreement_party", "agreement_id, position, partner_id, role");
        Found found = new Found(rows, kind());
        for (int number = 1; number <= count(); number++) {
            One one = one(number);
            Map<String, @Nullable Object> is = new TreeMap<>(Map.of("status", "DRAFT"));
            steps(number).forEach(step -> is.putAll(step.after()));
            agreements.add(
                    number,
                    version(number),
                    reference(number),
                    one.type(),
                    one.title(),
                    textOf(number),
                    is.get("status"),
                    one.type().usuallyBinding(),
                    one.financial(),
                    one.financial() ? one.currency() : null,
                    one.financial() ? BigDecimal.valueOf(one.ceiling()) : null,
                    one.day(),
                    is.get("clearedOn"),
                    is.get("clearedBy"),
                    is.get("submittedBy"),
                    is.get("signedOn"),
                    is.get("inForceOn"),
                    one.day(),
                    one.day().plusYears(one.years()),
                    is.get("actualEndOn"),
                    "NONE",
                    false,
                    author(number),
                    recordedAt(number));
            for (int i = 0; i < one.parties().size(); i++) {
                parties.add(number, i, one.parties().get(i), one.roles().get(i));
            }
            found.add(
                    number,
                    reference(number),
                    one.title(),
                    one.type().name(),
                    Collections.singletonList(textOf(number)));
        }
        agreements.flush();
        parties.flush();
        found.close();
    }
}

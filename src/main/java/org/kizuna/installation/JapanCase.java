package org.kizuna.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.rest.AgreementJson;
import org.kizuna.agreement.rest.AgreementResource;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Earmarking;
import org.kizuna.contribution.Instrument;
import org.kizuna.document.DocumentRegister;
import org.kizuna.event.Attendance;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.SeriesData;
import org.kizuna.event.rest.EventJson;
import org.kizuna.event.rest.EventResource;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.rest.PartnerJson;
import org.kizuna.partner.rest.PartnerResource;
import org.kizuna.search.KnownName;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;

/**
 * The UNIDO-Japan webinar series of 2021 and what came before and after it, as {@code japan-2021.json} tells it. A
 * name with {@code @} before it stands for the reference of the record that has it.
 */
@ApplicationScoped
class JapanCase {

    private static final Pattern NAMED = Pattern.compile("\"@([^\"]+)\"");
    private static final LocalDate ANNOUNCED = LocalDate.of(2020, 3, 12);

    private final Map<String, String> references = new HashMap<>();

    @Inject
    private PartnerResource partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementResource agreements;

    @Inject
    private AgreementRegister agreementRegister;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private EventResource events;

    @Inject
    private EventRegister eventRegister;

    @Inject
    private EventQueries eventQueries;

    @Inject
    private DocumentRegister documents;

    void load() throws IOException {
        JsonObject told = read();
        asOfficer(() -> {
            for (JsonObject partner : objects(told, "partners")) {
                PartnerJson stored =
                        (PartnerJson) partners.register(resolved(partner)).getEntity();
                references.put(partner.getString("legalName"), stored.reference());
            }
        });
        for (JsonObject agreement : objects(told, "agreements")) {
            agree(agreement);
        }
        asOfficer(() -> {
            for (JsonObject commitment : objects(told, "commitments")) {
                commit(commitment);
            }
            openSeries(told.getJsonObject("series"));
            for (JsonObject event : objects(told, "events")) {
                hold(event);
            }
        });
    }

    private static JsonObject read() throws IOException {
        try (InputStream in = Samples.resource("japan-2021.json").open();
                JsonReader reader =
                        Json.createReader(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private void agree(JsonObject told) throws IOException {
        String[] reference = new String[1];
        asOfficer(() -> {
            AgreementJson stored = (AgreementJson)
                    agreements.draft(resolved(told.getJsonObject("body"))).getEntity();
            reference[0] = stored.reference();
            references.put(told.getString("key"), stored.reference());
            agreementRegister.sendForReview(
                    new Reference(stored.reference()), version(stored.reference()), StepData.NONE);
        });
        if (!told.containsKey("signedOn")) {
            return;
        }
        LocalDate day = LocalDate.parse(told.getString("signedOn"));
        Reference agreement = new Reference(reference[0]);
        Samples.as("approver", Roles.APPROVER, () -> {
            agreementRegister.clear(agreement, version(reference[0]), StepData.NONE);
            return true;
        });
        asOfficer(() -> {
            agreementRegister.sendForSignature(agreement, version(reference[0]), StepData.NONE);
            AgreementDetail detail = agreementQueries.find(reference[0]).orElseThrow();
            agreementRegister.sign(
                    agreement,
                    detail.version(),
                    StepData.signed(detail.parties().stream().map(party -> day).toList()));
            agreementRegister.bringIntoForce(agreement, version(reference[0]), StepData.on(day));
        });
    }

    private void commit(JsonObject told) {
        Reference contribution = contributions.open(new ContributionData(
                null,
                told.getString("purpose"),
                reference("Japan"),
                reference(told.getString("agreement").substring(1)),
                Instrument.PROJECT_SPECIFIC,
                Earmarking.EARMARKED,
                told.getString("currency"),
                told.getJsonArray("countries").getValuesAs(JsonString::getString)));
        ledger.post(
                contribution,
                new EntryData(
                        EntryKind.COMMITMENT,
                        new BigDecimal(told.getString("amount")),
                        ANNOUNCED,
                        true,
                        told.containsKey("valueInUsd") ? new BigDecimal(told.getString("valueInUsd")) : null,
                        told.getString("source"),
                        null));
    }

    private void openSeries(JsonObject told) {
        List<EventData.PartnerPart> organisers = List.of(
                new EventData.PartnerPart(
                        reference("United Nations Industrial Development Organization"), EventPartnerRole.CO_ORGANISER),
                new EventData.PartnerPart(reference("Japan"), EventPartnerRole.CO_ORGANISER));
        Reference series = eventRegister.openSeries(new SeriesData(
                null,
                told.getString("title"),
                told.getString("summary"),
                objects(told, "periods").stream()
                        .map(period -> new SeriesData.Period(
                                LocalDate.parse(period.getString("startsOn")),
                                LocalDate.parse(period.getString("endsOn")),
                                period.getString("source")))
                        .toList(),
                organisers,
                objects(told, "attendance").stream()
                        .map(figure -> new EventData.Figure(
                                figure.getInt("figure"),
                                Attendance.Quality.valueOf(figure.getString("quality")),
                                Attendance.Kind.valueOf(figure.getString("kind")),
                                figure.getString("source"),
                                null))
                        .toList()));
        references.put("series", series.value());
    }

    private void hold(JsonObject told) {
        EventJson stored =
                (EventJson) events.plan(resolved(told.getJsonObject("body"))).getEntity();
        references.put(told.getString("key"), stored.reference());
        Reference event = new Reference(stored.reference());
        eventRegister.confirm(event, eventVersion(stored.reference()), StepData.NONE);
        eventRegister.markHeld(event, eventVersion(stored.reference()), StepData.NONE);
        if (told.getBoolean("reported", false)) {
            eventRegister.report(event, eventVersion(stored.reference()), StepData.NONE);
        }
        if (told.getBoolean("announcement", false)) {
            EventDetail detail = eventQueries.find(stored.reference()).orElseThrow();
            documents.attach(
                    new RecordRef(EventFeature.EVENT, detail.id()),
                    "Announcement of the opening session",
                    Samples.resource("unido-japan-webinar-2021.txt"));
        }
    }

    private String resolved(JsonObject body) {
        return NAMED.matcher(body.toString())
                .replaceAll(match -> Matcher.quoteReplacement("\"" + reference(match.group(1)) + "\""));
    }

    private String reference(String name) {
        return references.computeIfAbsent(name, unknown -> Objects.requireNonNull(
                        partnerQueries.byName(List.of(unknown)).get(KnownName.form(unknown)), unknown)
                .reference()
                .value());
    }

    private long version(String agreement) {
        return agreementQueries.find(agreement).orElseThrow().version();
    }

    private long eventVersion(String event) {
        return eventQueries.find(event).orElseThrow().version();
    }

    private static List<JsonObject> objects(JsonObject told, String name) {
        return told.getJsonArray(name).getValuesAs(JsonValue::asJsonObject);
    }

    private static void asOfficer(Work work) throws IOException {
        Samples.as("officer", Roles.OFFICER, () -> {
            work.carryOut();
            return true;
        });
    }

    /** Something that gives nothing back. */
    private interface Work {
        void carryOut() throws IOException;
    }
}

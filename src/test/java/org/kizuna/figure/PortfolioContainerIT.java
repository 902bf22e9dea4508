package org.kizuna.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.history.PastQueries;
import org.kizuna.history.Replayed;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.samples.Some;
import org.kizuna.samples.Stages;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.testing.As;
import org.kizuna.testing.Insisting;
import org.kizuna.testing.Journal;
import org.kizuna.testing.Owner;

/** The past as it stood and as it was known, held against a replay of the journal that shares no code with it. */
@ExtendWith(ArquillianExtension.class)
class PortfolioContainerIT {

    private static final int PAIRS = 50;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PortfolioQueries portfolio;

    @Inject
    private PastQueries past;

    @Inject
    private PartnerRegister partners;

    @Inject
    private PartnerQueries partnerQueries;

    @Inject
    private AgreementRegister agreements;

    @Inject
    private AgreementQueries agreementQueries;

    @Inject
    private ContributionRegister contributions;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private LedgerSumTimer summing;

    @Test
    void atAnyTwoTimesItIsWhatAReplayOfTheJournalGives() throws Exception {
        Random random = new Random(20210629);
        recordAStory(random);
        List<Change> journal = journal();
        // others may have recorded many agreements before, when there was no money yet
        Instant first = journal.stream()
                .filter(change -> change.kind().equals("LedgerEntry"))
                .map(Change::at)
                .findFirst()
                .orElseThrow();
        List<Instant> moments = journal.stream()
                .map(Change::at)
                .filter(at -> !at.isBefore(first))
                .distinct()
                .toList();
        int withMoney = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
            Instant known = moments.get(random.nextInt(moments.size())).minusNanos(random.nextInt(2) * 1000L);
            AsOf asOf = new AsOf(day, known);
            Map<String, List<BigDecimal>> money = money(journal, asOf);
            assertThat(found(asOf)).as("%s", asOf).isEqualTo(money);
            assertThat(agreements(asOf)).as("%s", asOf).isEqualTo(statuses(journal, asOf));
            withMoney += money.isEmpty() ? 0 : 1;
        }
        assertThat(withMoney).isGreaterThan(PAIRS / 4);
    }

    @Test
    void itsTotalsAreWhatTheDonorsComeToWhetherTheyAreSummedYetOrNot() throws Exception {
        Random random = new Random(11);
        recordAStory(random);
        List<Instant> moments = journal().stream().map(Change::at).distinct().toList();
        for (int pair = 0; pair < PAIRS; pair++) {
            if (pair == PAIRS / 3) {
                summing.sum();
            } else if (pair == PAIRS / 3 * 2) {
                forgetTheSums();
            }
            // months after a moment everything is known, and summed by months
            Instant known = moments.get(random.nextInt(moments.size())).plus(Duration.ofDays(45L * (pair % 2)));
            LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
            AsOf asOf = new AsOf(pair % 5 == 0 ? day.withDayOfMonth(day.lengthOfMonth()) : day, known);
            assertThat(totals(asOf)).as("%s", asOf).isEqualTo(byCurrency(found(asOf)));
        }
        summing.sum();
    }

    private Map<String, List<BigDecimal>> totals(AsOf asOf) throws Exception {
        return As.manager(() -> portfolio.totals(asOf)).stream()
                .collect(Collectors.toMap(
                        PortfolioQueries.Money::currency,
                        row -> plain(List.of(row.pledged(), row.committed(), row.received(), row.unconfirmed()))));
    }

    private static Map<String, List<BigDecimal>> byCurrency(Map<String, List<BigDecimal>> byDonor) {
        Map<String, List<BigDecimal>> sums = new HashMap<>();
        byDonor.forEach((donor, more) -> sums.merge(
                donor.substring(donor.length() - 3),
                more,
                (one, other) -> List.of(
                        one.get(0).add(other.get(0)),
                        one.get(1).add(other.get(1)),
                        one.get(2).add(other.get(2)),
                        one.get(3).add(other.get(3)))));
        return sums;
    }

    private void forgetTheSums() throws Exception {
        try (Connection owner = Owner.connect(dataSource);
                Statement update = owner.createStatement()) {
            assertThat(update.executeUpdate("UPDATE ledger_known_sum_state SET stale = TRUE"))
                    .isEqualTo(1);
        }
    }

    private void recordAStory(Random random) throws Exception {
        Stages stages = new Stages(partners, partnerQueries, agreements, agreementQueries);
        for (int donor = 0; donor < 4; donor++) {
            Reference agreement =
                    stages.inForce(Some.contributionAgreement("EUR", "900000", stages.ministry(), stages.company()));
            Reference giver = stages.agreement(agreement).parties().get(0).partner();
            Reference contribution = As.officer(() -> contributions.open(Some.contribution(giver, agreement, "EUR")));
            for (int entry = 0; entry < 9; entry++) {
                LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1400));
                String amount = Integer.toString(1 + random.nextInt(5000));
                EntryKind kind = List.of(EntryKind.PLEDGE, EntryKind.COMMITMENT, EntryKind.RECEIPT)
                        .get(entry % 3);
                Reference posted =
                        Insisting.on(() -> As.officer(() -> ledger.post(contribution, Some.entry(kind, amount, day))));
                if (entry == 2 || (entry == 5 && donor % 2 == 0)) {
                    As.treasurer(() -> {
                        ledger.confirm(posted);
                        return true;
                    });
                } else if (entry == 8 && donor > 1) {
                    As.officer(() -> ledger.reverse(posted, "Mistyped", day.plusDays(9)));
                }
            }
        }
    }

    private Map<String, List<BigDecimal>> found(AsOf asOf) throws Exception {
        return As.manager(() -> {
            Map<String, List<BigDecimal>> found = new TreeMap<>();
            PortfolioQueries.@Nullable Money last = null;
            List<PortfolioQueries.Money> some;
            do {
                some = portfolio.byDonor(asOf, last, 7);
                for (PortfolioQueries.Money row : some) {
                    found.put(
                            row.donor() + " " + row.currency(),
                            plain(List.of(row.pledged(), row.committed(), row.received(), row.unconfirmed())));
                    last = row;
                }
            } while (some.size() == 7);
            return found;
        });
    }

    private Map<String, String> agreements(AsOf asOf) throws Exception {
        return As.auditor(() -> {
            Map<String, String> found = new TreeMap<>();
            long last = 0;
            List<PortfolioQueries.StandingAgreement> some;
            do {
                some = portfolio.agreements(asOf, last, 9);
                for (PortfolioQueries.StandingAgreement row : some) {
                    found.put(row.reference(), row.status());
                    last = row.id();
                }
            } while (some.size() == 9);
            return found;
        });
    }

    private static Map<String, List<BigDecimal>> money(List<Change> journal, AsOf asOf) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        Set<String> confirmed = new HashSet<>();
        Map<String, String> kinds = new HashMap<>();
        for (Change change : journal) {
            if (change.kind().equals("LedgerConfirmation") && !change.at().isAfter(asOf.knownAt())) {
                confirmed.add(change.after().getString("entry"));
            } else if (change.kind().equals("LedgerEntry")) {
                kinds.put(change.after().getString("reference"), change.after().getString("kind"));
            }
        }
        for (Change change : journal) {
            JsonObject entry = change.after();
            if (!change.kind().equals("LedgerEntry")
                    || change.at().isAfter(asOf.knownAt())
                    || LocalDate.parse(entry.getString("valueDate")).isAfter(asOf.standingOn())) {
                continue;
            }
            List<BigDecimal> row = sums.computeIfAbsent(
                    entry.getString("donor") + " " + entry.getString("currency"),
                    key -> new ArrayList<>(Collections.nCopies(4, BigDecimal.ZERO)));
            int column = List.of("PLEDGED", "COMMITTED", "RECEIVED").indexOf(entry.getString("measure"));
            String counted = entry.isNull("reverses") ? entry.getString("reference") : entry.getString("reverses");
            if (Set.of("RECEIPT", "IN_KIND").contains(kinds.get(counted)) && !confirmed.contains(counted)) {
                column = 3;
            }
            row.set(column, row.get(column).add(new BigDecimal(entry.getString("exactAmount"))));
        }
        sums.replaceAll((key, row) -> plain(row));
        return sums;
    }

    private static List<BigDecimal> plain(List<BigDecimal> row) {
        return row.stream().map(sum -> sum.setScale(12)).toList();
    }

    private static Map<String, String> statuses(List<Change> journal, AsOf asOf) {
        Map<Long, Map<String, String>> known = new HashMap<>();
        for (Change change : journal) {
            if (change.kind().equals("Agreement") && !change.at().isAfter(asOf.knownAt())) {
                Map<String, String> fields = known.computeIfAbsent(change.id(), id -> new HashMap<>());
                for (String field : List.of(
                        "reference", "status", "negotiatedOn", "clearedOn", "signedOn", "inForceOn", "actualEndOn")) {
                    if (change.after().containsKey(field)) {
                        fields.put(
                                field,
                                change.after().isNull(field)
                                        ? ""
                                        : change.after().getString(field));
                    }
                }
                if (change.after().containsKey("steps")) {
                    fields.put("steps", change.after().getJsonArray("steps").toString());
                }
            }
        }
        Map<String, String> statuses = new TreeMap<>();
        known.values().forEach(fields -> {
            String day = asOf.standingOn().toString();
            String steps = fields.getOrDefault("steps", "[]");
            String status = steps.equals("[]")
                    ? status(fields, day)
                    : lastLedTo(steps, day).orElse(has(fields, "negotiatedOn", day) ? "DRAFT" : "");
            if (!status.isEmpty()) {
                statuses.put(fields.getOrDefault("reference", ""), status);
            }
        });
        return statuses;
    }

    /** What the last step led to that held by then. */
    private static Optional<String> lastLedTo(String steps, String day) {
        Map<String, String> leads = Map.ofEntries(
                Map.entry("sendForReview", "IN_REVIEW"),
                Map.entry("clear", "CLEARED"),
                Map.entry("returnToDraft", "DRAFT"),
                Map.entry("sendForSignature", "AWAITING_SIGNATURE"),
                Map.entry("sign", "SIGNED"),
                Map.entry("bringIntoForce", "IN_FORCE"),
                Map.entry("suspend", "SUSPENDED"),
                Map.entry("resume", "IN_FORCE"),
                Map.entry("end", "ENDED"),
                Map.entry("terminate", "TERMINATED"),
                Map.entry("cancel", "CANCELLED"));
        return Json.createReader(new StringReader(steps)).readArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(step -> step.getString("effectiveOn").compareTo(day) <= 0)
                .map(step -> leads.get(step.getString("step")))
                .reduce((earlier, later) -> later);
    }

    /** By the order of ISO dates as texts. */
    private static String status(Map<String, String> fields, String day) {
        String status = fields.getOrDefault("status", "");
        if (has(fields, "actualEndOn", day)) {
            return status.equals("TERMINATED") ? status : "ENDED";
        }
        if (has(fields, "inForceOn", day)) {
            return status.equals("SUSPENDED") ? status : "IN_FORCE";
        }
        if (has(fields, "signedOn", day)) {
            return "SIGNED";
        }
        if (has(fields, "clearedOn", day)) {
            return "CLEARED";
        }
        return has(fields, "negotiatedOn", day) ? "DRAFT" : "";
    }

    private static boolean has(Map<String, String> fields, String field, String day) {
        String date = fields.getOrDefault(field, "");
        return !date.isEmpty() && date.compareTo(day) <= 0;
    }

    private List<Change> journal() throws Exception {
        List<Change> journal = new ArrayList<>();
        for (List<String> row : new Journal(dataSource)
                .rows("SELECT c.entity, c.entity_id, s.recorded_at, c.after_values FROM journal_change c JOIN"
                        + " journal_change_set s ON s.id = c.change_set_id WHERE c.entity IN ('LedgerEntry', 'LedgerConfirmation', 'Agreement')"
                        + " AND c.after_values IS NOT NULL ORDER BY c.change_set_id, c.position")) {
            journal.add(new Change(
                    row.get(0),
                    Long.parseLong(row.get(1)),
                    LocalDateTime.parse(row.get(2).replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                    Json.createReader(new StringReader(row.get(3))).readObject()));
        }
        return journal;
    }

    @Test
    void aRecordIsShownAsItWasKnownAtEachMoment() throws Exception {
        Reference partner = As.officer(() -> partners.register(Some.company()));
        long id = new Journal(dataSource).number("SELECT id FROM partner WHERE reference = ?", partner.value());
        RecordRef record = new RecordRef("Partner", id);
        As.officer(() -> {
            partners.beginDueDiligence(
                    partner, partnerQueries.find(partner.value()).orElseThrow().version(), StepData.NONE);
            return true;
        });
        List<Instant> moments = As.manager(() -> past.moments(record));
        assertThat(moments).hasSize(2);
        assertThat(As.manager(() -> past.at(record, moments.get(0).minusNanos(1000)))
                        .isThere())
                .isFalse();
        Replayed first = As.manager(() -> past.at(record, moments.get(0)));
        Replayed second = As.manager(() -> past.at(record, moments.get(1)));
        assertThat(first.texts()).containsEntry("status", "PROSPECT");
        assertThat(second.texts()).containsEntry("status", "UNDER_DUE_DILIGENCE");
        assertThat(second.against(first.fields()))
                .extracting(Replayed.Difference::field)
                .containsExactly("status", "steps");
    }

    @Test
    void onlyAuditorsAndManagersLookBack() {
        AsOf asOf = AsOf.of(Some.DAY, Some.DAY);
        assertThat(asOf.knownAt()).isEqualTo("2021-06-29T23:59:59.999999Z");
        assertThatThrownBy(() -> As.officer(() -> portfolio.totals(asOf))).isInstanceOf(EJBAccessException.class);
    }

    /** One change as the journal keeps it. */
    private record Change(String kind, long id, Instant at, JsonObject after) {}
}

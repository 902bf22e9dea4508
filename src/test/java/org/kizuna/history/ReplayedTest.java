package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.history.vocabulary.Vocabulary;

/** Old changes laid over one another by an application that calls things otherwise and knows more of them. */
class ReplayedTest {

    private static final Vocabulary VOCABULARY = vocabulary("""
            {"kinds": {"Agreement": {"since": "V1", "former": ["Accord"]}, "Party": {"since": "V20"}},
             "fields": {
               "Agreement.title": {"type": "text", "since": "V1", "former": ["name"]},
               "Agreement.status": {"type": "Status", "since": "V1"},
               "Agreement.steps": {"type": "list of Status", "since": "V1"},
               "Agreement.seen": {"type": "set of Status", "since": "V1"},
               "Agreement.parties": {"type": "list of object", "since": "V1", "until": "V20"},
               "Agreement.contacts": {"type": "list of object", "since": "V1"},
               "Agreement.contacts.name": {"type": "text", "since": "V1", "former": ["person"]},
               "Agreement.contacts.kept": {"type": "boolean", "since": "V16", "before": true},
               "Agreement.signings": {"type": "list of object", "since": "V1"},
               "Agreement.signings.place": {"type": "text", "since": "V16", "before": null},
               "Agreement.confidential": {"type": "boolean", "since": "V15", "before": false},
               "Agreement.tags": {"type": "list of text", "since": "V15", "before": []},
               "Agreement.standing": {"type": "Status", "since": "V16", "before": "OPEN"},
               "Agreement.note": {"type": "text", "since": "V16", "before": null}},
             "constants": {
               "Status.OPEN": {"since": "V1", "former": ["DRAFT"]},
               "Status.DONE": {"since": "V1"}},
             "actions": {"AgreementRegister.record": {"since": "V1", "former": ["AccordRegister.register"]}}}
            """);

    private static Vocabulary vocabulary(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return new Vocabulary(reader.readObject());
        }
    }

    private final Replayed replayed = new Replayed(VOCABULARY);

    private JournalEntry change(Operation operation, String action, @Nullable String before, @Nullable String after) {
        return new JournalEntry(
                        1,
                        0,
                        Instant.EPOCH,
                        "officer",
                        "OFFICER",
                        "PAGE",
                        action,
                        null,
                        null,
                        "Accord",
                        7,
                        "A-7",
                        operation,
                        1L,
                        before,
                        after)
                .inWordsOf(VOCABULARY);
    }

    private JournalEntry inserted(String after) {
        return change(Operation.INSERT, "AccordRegister.register", null, after);
    }

    @Test
    void takesWhatRowsMeanThatWereThereBeforeABooleanAListOrAnEnumeration() {
        assertThat(replayed.lay(inserted("{\"title\":\"One\"}"))).isEmpty();
        assertThat(replayed.against(Map.of(
                        "title", "\"One\"",
                        "confidential", "false",
                        "tags", "[]",
                        "standing", "\"OPEN\"",
                        "note", "null")))
                .isEmpty();
    }

    @Test
    void acceptsAFirstChangeOfAFieldThatCameLater() {
        replayed.lay(inserted("{\"title\":\"One\"}"));
        assertThat(replayed.lay(change(
                        Operation.UPDATE,
                        "AgreementRegister.change",
                        "{\"confidential\":false,\"standing\":\"OPEN\",\"tags\":[],\"note\":null}",
                        "{\"confidential\":true,\"standing\":\"DONE\",\"tags\":[\"a\"],\"note\":\"b\"}")))
                .isEmpty();
        assertThat(replayed.fields()).containsEntry("confidential", "true").containsEntry("tags", "[\"a\"]");
    }

    @Test
    void stillNamesAnOldRowWhoseNewFieldSomebodySet() {
        replayed.lay(inserted("{\"title\":\"One\"}"));
        assertThat(replayed.against(
                        Map.of("title", "\"One\"", "confidential", "true", "tags", "[]", "standing", "\"OPEN\"")))
                .containsExactly(new Replayed.Difference("confidential", "false", "true"));
    }

    @Test
    void holdsWhatIsJournaledAndNotWhatRowsBeforeMean() {
        replayed.lay(inserted("{\"confidential\":true,\"standing\":\"DONE\",\"tags\":[\"x\"],\"title\":\"One\"}"));
        assertThat(replayed.fields())
                .containsEntry("confidential", "true")
                .containsEntry("standing", "\"DONE\"")
                .containsEntry("tags", "[\"x\"]");
    }

    @Test
    void findsARenamedFieldUnderItsNameOfToday() {
        replayed.lay(inserted("{\"name\":\"One\"}"));
        assertThat(replayed.lay(change(
                        Operation.UPDATE, "AgreementRegister.change", "{\"name\":\"One\"}", "{\"name\":\"Two\"}")))
                .isEmpty();
        assertThat(replayed.lay(change(
                        Operation.UPDATE, "AgreementRegister.change", "{\"title\":\"Two\"}", "{\"title\":\"Three\"}")))
                .isEmpty();
        assertThat(replayed.fields()).containsEntry("title", "\"Three\"").doesNotContainKey("name");
    }

    @Test
    void findsARenamedConstantKindAndActionUnderTheirNamesOfToday() {
        JournalEntry change = inserted("{\"seen\":[\"DONE\",\"DRAFT\"],\"status\":\"DRAFT\",\"steps\":[\"DRAFT\"]}");
        assertThat(change.entity()).isEqualTo("Agreement");
        assertThat(change.action()).isEqualTo("AgreementRegister.record");
        replayed.lay(change);
        assertThat(replayed.fields()).containsEntry("status", "\"OPEN\"").containsEntry("steps", "[\"OPEN\"]");
        assertThat(replayed.against(Map.of(
                        "seen", "[\"DONE\",\"OPEN\"]",
                        "status", "\"OPEN\"",
                        "steps", "[\"OPEN\"]",
                        "confidential", "false",
                        "tags", "[]",
                        "standing", "\"OPEN\"")))
                .isEmpty();
    }

    @Test
    void aSetIsTheSameInAnyOrderAndAListIsNot() {
        replayed.lay(inserted("{\"seen\":[\"OPEN\",\"DONE\"],\"steps\":[\"OPEN\",\"DONE\"]}"));
        assertThat(replayed.against(Map.of(
                        "seen", "[\"DONE\",\"OPEN\"]",
                        "steps", "[\"DONE\",\"OPEN\"]",
                        "confidential", "false",
                        "tags", "[]",
                        "standing", "\"OPEN\"")))
                .extracting(Replayed.Difference::field)
                .containsExactly("steps");
    }

    @Test
    void completesAndRenamesWhatStandsWithinAList() {
        replayed.lay(inserted("{\"contacts\":[{\"person\":\"Hana\"}]}"));
        assertThat(replayed.lay(change(
                        Operation.UPDATE,
                        "AgreementRegister.change",
                        "{\"contacts\":[{\"kept\":true,\"name\":\"Hana\"}]}",
                        "{\"contacts\":[{\"kept\":false,\"name\":\"Hana\"}]}")))
                .isEmpty();
        assertThat(replayed.fields()).containsEntry("contacts", "[{\"kept\":false,\"name\":\"Hana\"}]");
    }

    @Test
    void completesWhatStandsWithinAListWithNothingToo() {
        replayed.lay(inserted("{\"signings\":[{\"on\":\"2026-01-02\"}]}"));
        assertThat(replayed.fields()).containsEntry("signings", "[{\"on\":\"2026-01-02\",\"place\":null}]");
    }

    @Test
    void aFieldThatBecameRecordsOfTheirOwnIsNoLongerLookedForInItsRow() {
        replayed.lay(inserted("{\"parties\":[{\"role\":\"DONOR\"}],\"title\":\"One\"}"));
        assertThat(replayed.fields()).containsKey("parties");
        Map<String, String> row =
                Map.of("title", "\"One\"", "confidential", "false", "tags", "[]", "standing", "\"OPEN\"");
        assertThat(replayed.against(row)).isEmpty();
        replayed.lay(change(Operation.UPDATE, "Migration.V20", "{\"title\":\"One\"}", "{\"title\":\"1\"}"));
        assertThat(replayed.fields()).doesNotContainKey("parties");
    }

    @Test
    void doesNotTouchWhatSomebodyBroke() {
        assertThat(inserted("{\"name\":").after()).isEqualTo("{\"name\":");
    }

    @Test
    void anOrdinaryContradictionIsStillNamed() {
        replayed.lay(inserted("{\"name\":\"One\"}"));
        assertThat(replayed.lay(change(
                        Operation.UPDATE, "AgreementRegister.change", "{\"title\":\"Two\"}", "{\"title\":\"Three\"}")))
                .containsExactly(new Replayed.Difference("title", "\"One\"", "\"Two\""));
    }
}

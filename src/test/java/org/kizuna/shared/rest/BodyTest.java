package org.kizuna.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.shared.Coded;
import org.kizuna.testing.Refusals;

/** What a program sends to replace a record. */
class BodyTest {

    @Test
    void whatIsLeftOutThoughItStandsIsRefusedByName() throws Exception {
        Thing thing = new Thing("T-1", "Name", "Note", null, true, List.of("one"), "DRAFT");
        assertThat(refused("{'name': 'Other'}", thing))
                .containsExactlyInAnyOrder("note: leftOut", "shared: leftOut", "parts: leftOut");
        assertThatNoException()
                .isThrownBy(() -> replace("{'name': 'Other', 'note': null, 'shared': false, 'parts': []}", thing));
    }

    @Test
    void whatDoesNotStandMayBeLeftOut() throws Exception {
        assertThatNoException()
                .isThrownBy(() ->
                        replace("{'name': 'Other'}", new Thing("T-1", "Name", null, null, false, List.of(), "DRAFT")));
    }

    @Test
    void aRecordIsReadByItsComponents() {
        Said said = Body.of("""
                        {"name": "Pump", "kind": "10", "price": "12.50", "from": "2021-06-29", "count": 3,
                         "parts": [{"title": "Valve", "by": "T-2"}], "places": ["AT", "JP"], "version": 4}
                        """).as(Said.class, Answered.class);
        assertThat(said)
                .isEqualTo(new Said(
                        "Pump",
                        Kind.LARGE,
                        new BigDecimal("12.50"),
                        LocalDate.of(2021, 6, 29),
                        3,
                        false,
                        List.of(new Said.Part("Valve")),
                        List.of("AT", "JP")));
    }

    @Test
    void aRecordsMembersAreRefusedAsOneByOne() throws Exception {
        String sent = "{'name': 7, 'kind': 'LARGE', 'price': '1,5', 'from': 'soon', 'count': 1.5, 'shared': 'yes',"
                + " 'parts': [{'title': 'Valve', 'of': 'T'}], 'places': [1], 'version': 4, 'colour': 'red'}";
        assertThat(Refusals.of(() -> {
                    Body body = Body.of(sent.replace('\'', '"'));
                    body.as(Said.class, Answered.class);
                    body.refuseProblems();
                    return true;
                }))
                .containsExactlyInAnyOrder(
                        "name: notAText",
                        "kind: notOneOf",
                        "price: notANumber",
                        "from: notADate",
                        "count: notAWholeNumber",
                        "shared: notTrueOrFalse",
                        "parts[0].of: unknownMember",
                        "places[0]: notAText",
                        "colour: unknownMember");
    }

    @Test
    void whatIsToldOtherwiseIsNoMember() throws Exception {
        assertThat(Refusals.of(() -> {
                    Body body = Body.of("{\"name\": \"Pump\", \"count\": 3}");
                    assertThat(body.as(Said.class, Answered.class, Map.of("count", 4))
                                    .count())
                            .isEqualTo(4);
                    body.refuseProblems();
                    return true;
                }))
                .containsExactly("count: unknownMember");
    }

    private static List<String> refused(String sent, Thing current) throws Exception {
        return Refusals.of(() -> {
            replace(sent, current);
            return true;
        });
    }

    private static void replace(String sent, Thing current) {
        Body body = Body.of(sent.replace('\'', '"'));
        body.text("reference");
        body.text("name");
        body.text("note");
        body.text("site");
        body.truth("shared");
        body.texts("parts");
        body.same("status", current.status());
        body.replaces(current);
        body.refuseProblems();
    }

    /** A kind with a code of a published list. */
    public enum Kind implements Coded {
        LARGE;

        @Override
        public String code() {
            return "10";
        }
    }

    /** What is said of something. */
    public record Said(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable BigDecimal price,
            @Nullable LocalDate from,
            @Nullable Integer count,
            boolean shared,
            List<Part> parts,
            List<String> places) {

        /** A part of it. */
        public record Part(@Nullable String title) {}
    }

    private record Answered(String name, List<AnsweredPart> parts, long version) {}

    private record AnsweredPart(String title, String by) {}

    private record Thing(
            String reference,
            String name,
            @Nullable String note,
            @Nullable String site,
            boolean shared,
            List<String> parts,
            String status) {}
}

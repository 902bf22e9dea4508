package org.kizuna.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    private record Thing(
            String reference,
            String name,
            @Nullable String note,
            @Nullable String site,
            boolean shared,
            List<String> parts,
            String status) {}
}

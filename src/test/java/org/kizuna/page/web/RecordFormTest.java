package org.kizuna.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RefersTo;

/** The fields of a page and the record that they become. */
class RecordFormTest {

    private static final Said SAID = new Said(
            "T-1",
            "Pump",
            LocalDate.of(2021, 6, 29),
            true,
            "T-0",
            List.of(new Said.Tie("part of", "Thing", "T-2"), new Said.Tie(null, null, null)),
            List.of("AT", "JP"));

    @Test
    void isWhatItWasMadeOf() {
        assertThat(form().data()).isEqualTo(SAID);
    }

    @Test
    void showsWhatIsReferredToByItsName() {
        assertThat(form().get("above")).isEqualTo(new SearchHit("Thing", 0, "T-0", "called T-0", ""));
        assertThat(form().typeOf("above")).isEqualTo(SearchHit.class);
        assertThat(form().typeOf("from")).isEqualTo(LocalDate.class);
        assertThat(form().typeOf("shared")).isEqualTo(boolean.class);
    }

    @Test
    void takesTheKindOfWhatIsPickedWithIt() {
        RecordForm<Said> form = form();
        form.add("ties").set("target", new SearchHit("Place", 7, "P-1", "Vienna", ""));
        assertThat(form.data().ties().get(2)).isEqualTo(new Said.Tie(null, "Place", "P-1"));
    }

    @Test
    void rowsAreAddedAndRemoved() {
        RecordForm<Said> form = form();
        form.rows("ties").remove(form.rows("ties").get(0));
        form.rows("ties").get(0).set("as", "beside");
        assertThat(form.data().ties()).containsExactly(new Said.Tie("beside", null, null));
    }

    @Test
    void anEmptyFormIsARecordOfNothing() {
        RecordForm<Said> form = new RecordForm<>(Said.class);
        form.set("places", null);
        assertThat(form.data()).isEqualTo(new Said(null, null, null, false, null, List.of(), List.of()));
    }

    @Test
    void knowsNoOtherFields() {
        assertThatThrownBy(() -> form().get("colour")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form().set("colour", "red")).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordForm<Said> form() {
        return RecordForm.of(SAID, (kind, reference) -> new SearchHit(kind, 0, reference, "called " + reference, ""));
    }

    /** What is said of something. */
    public record Said(
            @Nullable String reference,
            @Nullable String name,
            @Nullable LocalDate from,
            boolean shared,
            @RefersTo("Thing") @Nullable String above,
            List<Tie> ties,
            List<String> places) {

        /** What it is tied to. */
        public record Tie(
                @Nullable String as,
                @Nullable String kind,
                @RefersTo(kindIn = "kind") @Nullable String target) {}
    }
}

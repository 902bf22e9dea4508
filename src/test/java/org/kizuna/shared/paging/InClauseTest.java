package org.kizuna.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kizuna.shared.Reference;

class InClauseTest {

    @Test
    void namesAParameterForEachId() {
        assertThat(InClause.of(List.of(7L)).names()).isEqualTo("(:id0)");
        assertThat(InClause.of(List.of(7L, 8L)).names()).isEqualTo("(:id0, :id1)");
    }

    @Test
    void takesReferencesUnderANameOfTheirOwn() {
        InClause two = InClause.of(List.of(new Reference("P-1"), new Reference("P-2")));
        assertThat(two.names("x")).isEqualTo("(:x0, :x1)");
        assertThat(two.parameters("x")).containsEntry("x1", new Reference("P-2"));
    }

    @Test
    void hasFewLengths() {
        assertThat(LongStream.rangeClosed(1, 50)
                        .mapToObj(length -> InClause.of(
                                        LongStream.range(0, length).boxed().toList())
                                .names())
                        .distinct())
                .hasSize(7);
    }
}

package org.kizuna.shared.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InClauseTest {

    @Test
    void namesAParameterForEachId() {
        assertThat(InClause.of(List.of(7L)).names()).isEqualTo("(:id0)");
        assertThat(InClause.of(List.of(7L, 8L)).names()).isEqualTo("(:id0, :id1)");
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

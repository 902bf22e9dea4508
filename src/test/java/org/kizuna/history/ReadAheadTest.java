package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int PARTS = 100;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void handsOnEveryPartInItsOrder() throws Exception {
        List<Integer> worked = new ArrayList<>();
        ReadAhead.<Integer>through(threads, ReadAheadTest::count, worked::addAll);
        assertThat(worked).hasSize(PARTS).isSorted();
    }

    private static void count(ReadAhead<Integer> ahead) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            ahead.add(List.of(part));
        }
    }

    @Test
    void saysWhyReadingFailed() {
        List<Integer> worked = new ArrayList<>();
        assertThatThrownBy(() -> ReadAhead.<Integer>through(
                        threads,
                        ahead -> {
                            ahead.add(List.of(1));
                            throw new SQLException("the database went away");
                        },
                        worked::addAll))
                .isInstanceOf(SQLException.class)
                .hasMessage("the database went away");
        assertThat(worked).containsExactly(1);
    }

    @Test
    void readsNoFurtherWhenTheWorkFails() {
        AtomicInteger read = new AtomicInteger();
        assertThatThrownBy(() -> ReadAhead.<Integer>through(
                        threads,
                        ahead -> {
                            while (ahead.add(List.of(read.get()))) {
                                read.incrementAndGet();
                            }
                        },
                        part -> {
                            throw new IOException("the reader went away");
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("the reader went away");
        // a few parts wait between them, and then nobody wanted more
        assertThat(read.get()).isLessThan(PARTS);
    }
}

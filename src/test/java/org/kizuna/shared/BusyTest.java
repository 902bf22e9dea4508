package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class BusyTest {

    @Test
    void knowsWhatPasses() {
        assertThat(Busy.isBehind(new IllegalStateException(new SQLTransientConnectionException())))
                .isTrue();
        assertThat(Busy.isBehind(new SQLException("deadlock", "40001", 1213))).isTrue();
        assertThat(Busy.isBehind(new SQLException("lock wait timeout", "HY000", 1205)))
                .isTrue();
        assertThat(Busy.isBehind(new RuntimeException(new SQLException("gone", "08S01", 0))))
                .isTrue();
    }

    @Test
    void knowsWhatDoesNot() {
        assertThat(Busy.isBehind(new SQLException("duplicate", "23000", 1062))).isFalse();
        assertThat(Busy.isBehind(new IllegalStateException("null"))).isFalse();
    }
}

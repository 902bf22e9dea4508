package org.kizuna.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

    @Test
    void keepsDataUnderTheHomeOfTheOneWhoStarts() {
        LaunchOptions options = LaunchOptions.parse(List.of(), Map.of("HOME", "/home/somebody"));
        assertThat(options.data()).isEqualTo(Path.of("/home/somebody/.local/share/kizuna"));
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.listensOnLoopbackOnly()).isTrue();
        assertThat(options.database()).isNull();
    }

    @Test
    void takesWhatIsAskedFor() {
        LaunchOptions options = LaunchOptions.parse(
                List.of("--port", "9000", "--bind", "0.0.0.0", "--data", "/srv/kizuna", "--empty"), Map.of());
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.empty()).isTrue();
        assertThat(options.listensOnLoopbackOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 0", "--port 70000", "--prot 1", "--data --empty"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of(line.split(" ")), Map.of()))
                .isInstanceOf(LaunchFailure.class);
    }

    @Test
    void needsTheAccountOfAGivenDatabase() {
        assertThatThrownBy(() -> LaunchOptions.parse(List.of(), Map.of("KIZUNA_DB_URL", "jdbc:mysql://db/kizuna")))
                .hasMessageContaining("KIZUNA_DB_USER");
        assertThatThrownBy(() -> LaunchOptions.parse(
                        List.of(), Map.of("KIZUNA_DB_URL", "jdbc:postgresql://db/kizuna", "KIZUNA_DB_USER", "x")))
                .hasMessageContaining("jdbc:mysql://");
    }
}

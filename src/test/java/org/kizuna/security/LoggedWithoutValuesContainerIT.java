package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Some;
import org.kizuna.testing.As;

/** The database's messages quote what it refused, as "Duplicate entry 'somebody'": the server's log never does. */
@ArquillianTest
class LoggedWithoutValuesContainerIT {

    private static final Logger SERVER = Logger.getLogger("");

    @Inject
    private AccountRegister accounts;

    @Inject
    private SomeDuplicates duplicates;

    private final Kept log = new Kept();
    private AccountData somebody;

    @BeforeEach
    void somebodyHasAnAccount() throws Exception {
        String name = Some.reference("sb").toLowerCase(Locale.ROOT);
        somebody = new AccountData(name, "Some Body", name + "@kizuna.example", Set.of(Roles.OFFICER), true);
        As.administrator(() -> accounts.openSample(somebody, "somebody"));
        SERVER.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        SERVER.removeHandler(log);
    }

    @Test
    void whatARegisterRefusesInWords() {
        assertThatThrownBy(() -> As.administrator(() -> accounts.openSample(somebody, "somebody")))
                .isInstanceOf(UsernameTaken.class);
        quotesNothing();
    }

    @Test
    void whatNobodyPutsInWordsWhileItIsWritten() {
        fails(() -> duplicates.write(somebody));
        assertThat(log.text.toString()).contains("error 1062, SQLSTATE 23000", "account_username");
    }

    @Test
    void whatNobodyPutsInWordsAtTheCommit() {
        fails(() -> duplicates.commit(somebody));
        assertThat(log.text.toString()).contains("error 1062, SQLSTATE 23000", "account_username");
    }

    private void fails(Runnable work) {
        assertThatThrownBy(() -> As.administrator(() -> {
                    work.run();
                    return true;
                }))
                .isInstanceOf(EJBException.class)
                .satisfies(failure -> {
                    log.add(failure);
                    quotesNothing();
                });
    }

    private void quotesNothing() {
        assertThat(log.text.toString())
                .doesNotContain("Duplicate entry")
                .doesNotContain(String.valueOf(somebody.username()));
    }

    /** Everything that is logged, and every failure with its causes. */
    private static final class Kept extends Handler {

        private final StringWriter text = new StringWriter();

        @Override
        public synchronized void publish(LogRecord entry) {
            text.append(entry.getMessage())
                    .append(Arrays.toString(entry.getParameters()))
                    .append('\n');
            if (entry.getThrown() != null) {
                add(entry.getThrown());
            }
        }

        void add(Throwable failure) {
            failure.printStackTrace(new PrintWriter(text, true));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

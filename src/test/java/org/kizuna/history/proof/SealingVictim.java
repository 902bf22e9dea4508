package org.kizuna.history.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Random;

/**
 * A server that journals and seals until it is killed, and says what it did. Arguments: the database's address, user
 * and password, a seed, and at which word, heard how often, it stands still and waits for its end; 0 is never.
 */
final class SealingVictim {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    private final Connection connection;
    private final KeptHead kept;
    private final Journaling journaling;
    private final String word;
    private int left;

    private SealingVictim(Connection connection, SealingKey key, String word, int left) {
        this.connection = connection;
        this.kept = new KeptHead(key);
        this.journaling = new Journaling(connection, key);
        this.word = word;
        this.left = left;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        Properties account = new Properties();
        account.setProperty("user", arguments[1]);
        account.setProperty("password", arguments[2]);
        try (Connection connection = new com.mysql.cj.jdbc.Driver().connect(arguments[0], account)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            new SealingVictim(connection, Journaling.key(), arguments[4], Integer.parseInt(arguments[5]))
                    .work(new Random(Long.parseLong(arguments[3])));
        }
    }

    private void work(Random random) throws SQLException, IOException {
        while (true) {
            long id = journaling.append(random);
            connection.commit();
            say("committed", id + "");
            try {
                seal();
            } catch (SQLException e) {
                // the other server was first; the next round takes what it left
                connection.rollback();
            }
        }
    }

    private void seal() throws SQLException, IOException {
        KeptHead.Kept last = kept.read();
        if (last != null && !journaling.continues(last)) {
            say("cut", last.size() + " " + last.root());
        }
        journaling.seal();
        say("sealing", "");
        connection.commit();
        TreeHead head = journaling.head();
        connection.commit();
        say("sealed", head.size() + " " + head.root());
        if (last == null || head.size() > last.size()) {
            kept.keep(head);
        }
        say("kept", Long.toString(head.size()));
    }

    private void say(String said, String what) throws IOException {
        out.println((said + " " + what).strip());
        if (said.equals(word) && --left == 0) {
            int end = System.in.read();
            throw new IOException("Nobody killed it: " + end);
        }
    }
}

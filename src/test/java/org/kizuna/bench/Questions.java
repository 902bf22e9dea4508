package org.kizuna.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the database is asked while something is done, with the values that were asked for. */
final class Questions implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("^\\[\\d+]\\s*");

    /** What the pool and the transactions do, which asks for nothing. */
    private static final Pattern HOUSEKEEPING =
            Pattern.compile("^(set|commit|rollback|start|begin|select 1$|select @@|/\\* ping).*", Pattern.DOTALL);

    /** What the server does every few seconds of its own accord. */
    private static final Pattern OF_ITS_OWN =
            Pattern.compile("journal_leaf|journal_subtree|journal_head|head_publication|(?i:from|into|update) job ");

    private final Connection owner;

    /**
     * To be made before anybody asks: what was prepared earlier is logged without its values.
     *
     * @param owner who may switch the server's log on and read it
     */
    Questions(Connection owner) throws SQLException {
        this.owner = owner;
        run("SET GLOBAL log_output = 'TABLE'");
        run("SET GLOBAL general_log = ON");
    }

    List<String> during(Times.Piece piece) throws Exception {
        run("TRUNCATE TABLE mysql.general_log");
        piece.run();
        List<String> asked = new ArrayList<>();
        try (Statement query = owner.createStatement();
                ResultSet row = query.executeQuery("SELECT argument FROM mysql.general_log"
                        + " WHERE command_type IN ('Query', 'Execute') AND user_host LIKE '%kizuna_app%'"
                        + " ORDER BY event_time")) {
            while (row.next()) {
                String sql = NUMBER.matcher(new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .replaceFirst("")
                        .strip();
                if (!HOUSEKEEPING.matcher(sql.toLowerCase(Locale.ROOT)).matches()
                        && !OF_ITS_OWN.matcher(sql).find()) {
                    asked.add(sql);
                }
            }
        }
        return asked;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run("SET GLOBAL general_log = OFF");
    }
}

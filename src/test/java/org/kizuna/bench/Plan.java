package org.kizuna.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a database means to answer a question, and what of it takes longer the more there is. */
final class Plan {

    /** Tables that grow with every year, each larger than {@link #MANY} in the smallest organisation. */
    private static final List<String> BIG = List.of(
            "ledger_entry",
            "ledger_confirmation",
            "journal_change",
            "journal_change_set",
            "journal_mention",
            "search_entry",
            "search_term");

    private static final long MANY = 2500;
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:from|join)\\s+([a-z_]+)\\s+(?:as\\s+)?([a-z_0-9]+)\\b");

    private static final Pattern LIMIT = Pattern.compile("(?i) limit \\d+");

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> tables = new HashMap<>();
    private final boolean limited;

    private Plan(String sql) {
        limited = LIMIT.matcher(sql).find();
        Matcher named = NAMED.matcher(sql);
        while (named.find()) {
            tables.put(named.group(2).toLowerCase(Locale.ROOT), named.group(1).toLowerCase(Locale.ROOT));
        }
    }

    static Plan of(Connection owner, String sql) throws SQLException {
        Plan plan = new Plan(sql);
        try (Statement explain = owner.createStatement();
                ResultSet row = explain.executeQuery(explain(owner) + sql)) {
            while (row.next()) {
                plan.steps.add(new Step(
                        text(row, "table"),
                        text(row, "type"),
                        text(row, "key"),
                        row.getLong("rows"),
                        text(row, "Extra")));
            }
        }
        return plan;
    }

    /** MySQL 9 says it as a tree where it is not asked for a table; MariaDB does not know that word. */
    private static String explain(Connection owner) throws SQLException {
        boolean maria = owner.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        return maria ? "EXPLAIN " : "EXPLAIN FORMAT=TRADITIONAL ";
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** What of it is not bounded, in words; nothing where all is. */
    List<String> unbounded() {
        List<String> found = new ArrayList<>();
        for (Step step : steps) {
            String table = tables.getOrDefault(step.table().toLowerCase(Locale.ROOT), step.table());
            boolean big = BIG.contains(table);
            if (big && step.type().equals("ALL")) {
                found.add("reads all of " + table);
            } else if (big && step.type().equals("index") && step.rows() > MANY && !endsEarly(step)) {
                found.add("reads all of the index " + step.key() + " of " + table);
            }
            if (step.extra().contains("Using filesort") && step.rows() > MANY) {
                found.add("sorts " + step.rows() + " rows of " + table);
            }
        }
        return found;
    }

    /** In the order of an index, until there are enough. */
    private boolean endsEarly(Step step) {
        return limited
                && !step.extra().contains("Using where")
                && !step.extra().contains("Using temporary")
                && !step.extra().contains("Using filesort");
    }

    @Override
    public String toString() {
        return String.join("; ", steps.stream().map(Step::toString).toList());
    }

    private record Step(String table, String type, String key, long rows, String extra) {}
}

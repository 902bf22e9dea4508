package org.kizuna.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** The MySQL server a run speaks to: two accounts, one that may alter tables and one that may not. */
interface Database extends Part {

    Account owner();

    /** The account of the running application. It has no DDL, and no UPDATE or DELETE on append-only tables. */
    Account application();

    /** The exit code, when a server that this run started has ended; never done for somebody else's. */
    CompletableFuture<Integer> ended();

    /** The sentence that says why. */
    String whyEnded(int exit);

    @Override
    void close();

    /** Where to connect and as whom. */
    record Account(String url, String user, String password) {

        /**
         * What every connection needs: batches in one packet, instants in UTC, statements prepared once, and no question
         * to the server about what the driver itself has set.
         */
        private static final String SETTINGS = "rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=500"
                + "&prepStmtCacheSqlLimit=8192&useServerPrepStmts=true&connectionTimeZone=UTC"
                + "&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8&useAffectedRows=false"
                + "&useLocalSessionState=true&cacheServerConfiguration=true&maintainTimeStats=false"
                + "&connectTimeout=10000&useInformationSchema=false";

        static String withSettings(String url) {
            return url + (url.contains("?") ? "&" : "?") + SETTINGS;
        }

        Account toServer() {
            return new Account(url.replaceFirst("(//[^/]+/)[^?]*", "$1"), user, password);
        }

        Connection connect() throws SQLException {
            return new com.mysql.cj.jdbc.Driver().connect(url, credentials());
        }

        private java.util.Properties credentials() {
            var properties = new java.util.Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return properties;
        }
    }
}

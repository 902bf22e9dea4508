package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sealing order relies on: nothing is committed that took longer than the longest transaction. */
@Tag("long")
class LongestTransactionEndToEndIT {

    private static final String PARTNER = "{\"legalName\": \"%s\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}";

    @TempDir
    private Path data;

    @Test
    void whatTakesLongerIsUndoneAndIsNotInTheJournal() throws Exception {
        try (Launched kizuna = Launched.ready(data.resolve("kizuna"), Map.of("KIZUNA_TRANSACTION_LONGEST", "30"));
                Connection owner = OwnersDatabase.of(kizuna, data.resolve("kizuna"))) {
            Client officer = Client.of(kizuna, "officer");
            HttpResponse<String> made = officer.send("POST", "/api/v1/partners", PARTNER.formatted("Before it waits"));
            String reference = Client.read(made).get("reference").asText();
            String path = "/api/v1/partners/" + reference;
            String version = made.headers().firstValue("ETag").orElseThrow();

            owner.setAutoCommit(false);
            number(owner, "SELECT id FROM partner WHERE reference = '" + reference + "' FOR UPDATE");
            CompletableFuture<HttpResponse<String>> slow =
                    change(officer, path, PARTNER.formatted("After it waited"), version);
            // longer than a transaction may take, shorter than the database lets anybody wait for a row
            number(owner, "SELECT SLEEP(40)");
            owner.rollback();

            HttpResponse<String> answer = slow.get(2, TimeUnit.MINUTES);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("longer than 30 seconds and was undone");
            assertThat(Client.read(officer.get(path)).get("legalName").asText()).isEqualTo("Before it waits");
            assertThat(number(
                            owner,
                            "SELECT COUNT(*) FROM journal_change WHERE entity = 'Partner' AND reference = '" + reference
                                    + "'"))
                    .isEqualTo(1);
            HttpResponse<String> again =
                    officer.send("PUT", path, PARTNER.formatted("After it waited"), "If-Match", version);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        }
    }

    private static CompletableFuture<HttpResponse<String>> change(
            Client officer, String path, String body, String version) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return officer.send("PUT", path, body, "If-Match", version);
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

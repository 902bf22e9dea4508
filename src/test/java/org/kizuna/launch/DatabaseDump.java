package org.kizuna.launch;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;

/**
 * The rows of a database as plain statements, one in a line, that MariaDB and MySQL both take. Tables are left to Flyway,
 * which makes them in the version that the rows are of.
 */
public final class DatabaseDump {

    private static final int ROWS_AT_ONCE = 200;

    private DatabaseDump() {}

    /** Writes every row but Flyway's own. */
    public static void write(Connection connection, Path file) throws SQLException, IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                },
                StandardCharsets.UTF_8))) {
            for (String table : tables(connection)) {
                table(connection, table, out);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                        + " AND table_name <> 'flyway_schema_history' ORDER BY table_name")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static void table(Connection connection, String table, Writer out) throws SQLException, IOException {
        // a migration may have laid rows of its own
        out.write("DELETE FROM " + table + "\n");
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1");
            ResultSetMetaData columns = row.getMetaData();
            StringBuilder insert =
                    new StringBuilder("INSERT INTO ").append(table).append(" (");
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                insert.append(column == 1 ? "" : ", ").append(columns.getColumnName(column));
            }
            insert.append(") VALUES ");
            int rows = 0;
            while (row.next()) {
                out.write(rows % ROWS_AT_ONCE > 0 ? ", (" : rows == 0 ? insert + "(" : "\n" + insert + "(");
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    out.write((column == 1 ? "" : ", ") + literal(row, column, columns.getColumnType(column)));
                }
                out.write(")");
                rows++;
            }
            out.write(rows > 0 ? "\n" : "");
        }
    }

    private static String literal(ResultSet row, int column, int type) throws SQLException {
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = row.getBytes(column);
                return bytes == null
                        ? "NULL"
                        : bytes.length == 0 ? "''" : "x'" + HexFormat.of().formatHex(bytes) + "'";
            }
            case Types.BIGINT,
                    Types.INTEGER,
                    Types.SMALLINT,
                    Types.TINYINT,
                    Types.BIT,
                    Types.BOOLEAN,
                    Types.DECIMAL -> {
                String number = type == Types.BIT || type == Types.BOOLEAN
                        ? String.valueOf(row.getInt(column))
                        : row.getString(column);
                return row.wasNull() ? "NULL" : number;
            }
            default -> {
                String text = row.getString(column);
                return text == null ? "NULL" : "'" + escaped(text) + "'";
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "''")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Makes an empty database's tables as they were in a version, and fills them. */
    public static void load(BenchDatabase database, String version, Path file) throws SQLException, IOException {
        var environment = database.environment();
        Flyway.configure()
                .dataSource(
                        environment.get("KIZUNA_DB_URL"),
                        environment.get("KIZUNA_DB_USER"),
                        environment.get("KIZUNA_DB_PASSWORD"))
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            owner.setAutoCommit(false);
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                statement.execute(line);
            }
            owner.commit();
        }
    }
}

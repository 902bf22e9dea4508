package org.kizuna.notification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Notice;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/** The table of notices and of how their readers want them. */
final class NoticeTable {

    /** Stands between words; no word has it, as control characters are taken out of them. */
    private static final String BETWEEN = "\u001F";

    private static final String ROW =
            "SELECT n.id, n.kind, n.record_kind, n.record_reference, n.words, n.told_at, n.read_at FROM notice n ";

    private final Connection connection;

    NoticeTable(Connection connection) {
        this.connection = connection;
    }

    /** @param mail that tells of it at once, or null */
    void add(long account, Notice notice, Instant now, @Nullable Long mail) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO notice (account_id, kind, record_kind, record_id, record_reference, words, told_at,"
                                + " mail_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        account,
                        notice.kind(),
                        notice.record().kind(),
                        notice.record().id(),
                        notice.reference(),
                        String.join(BETWEEN, notice.words()),
                        now,
                        mail)
                .update();
    }

    void done(String kind, RecordRef record, Instant now) throws SQLException {
        Sql.on(
                        connection,
                        "UPDATE notice SET read_at = ? WHERE record_kind = ? AND record_id = ? AND kind = ?"
                                + " AND read_at IS NULL",
                        now,
                        record.kind(),
                        record.id(),
                        kind)
                .update();
    }

    /** @return how many there are that were not read, counted up to a bound */
    int unread(long account, int most) throws SQLException {
        return (int) Sql.on(
                        connection,
                        "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE account_id = ? AND read_at IS NULL LIMIT ?)"
                                + " capped",
                        account,
                        most)
                .number();
    }

    /** Newest first, below an id. */
    List<NoticeRow> of(long account, long below, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        ROW + "WHERE n.account_id = ? AND n.id < ? ORDER BY n.id DESC LIMIT ?",
                        account,
                        below,
                        limit)
                .list(NoticeTable::row);
    }

    /** What a mail tells: not what was read meanwhile, nor what its reader wants no mail of any more. Oldest first. */
    List<NoticeRow> in(long mail, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        ROW + "LEFT JOIN notice_choice c ON c.account_id = n.account_id AND c.kind = n.kind"
                                + " WHERE n.mail_id = ? AND n.read_at IS NULL AND COALESCE(c.delivery, ?) <> ?"
                                + " ORDER BY n.id LIMIT ?",
                        mail,
                        Delivery.USUAL.name(),
                        Delivery.NEVER.name(),
                        limit)
                .list(NoticeTable::row);
    }

    /** @param upTo id of the newest that was seen */
    void read(long account, long upTo, Instant now) throws SQLException {
        Sql.on(
                        connection,
                        "UPDATE notice SET read_at = ? WHERE account_id = ? AND id <= ? AND read_at IS NULL",
                        now,
                        account,
                        upTo)
                .update();
    }

    void readOne(long account, long id, Instant now) throws SQLException {
        Sql.on(
                        connection,
                        "UPDATE notice SET read_at = ? WHERE account_id = ? AND id = ? AND read_at IS NULL",
                        now,
                        account,
                        id)
                .update();
    }

    /** By kind, what this reader chose. */
    Map<String, Delivery> choices(long account) throws SQLException {
        Map<String, Delivery> choices = new HashMap<>();
        Sql.on(connection, "SELECT kind, delivery FROM notice_choice WHERE account_id = ?", account)
                .each(row -> choices.put(row.getString(1), Delivery.valueOf(row.getString(2))));
        return choices;
    }

    void choose(long account, String kind, Delivery delivery) throws SQLException {
        Sql.on(
                        connection,
                        "INSERT INTO notice_choice (account_id, kind, delivery) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE delivery = ?",
                        account,
                        kind,
                        delivery.name(),
                        delivery.name())
                .update();
    }

    void forget(long account) throws SQLException {
        for (String table : List.of("notice", "notice_choice", "outbox")) {
            Sql.on(connection, "DELETE FROM " + table + " WHERE account_id = ?", account)
                    .update();
        }
    }

    void forget(String person) throws SQLException {
        Sql.on(connection, "DELETE FROM notice WHERE LOCATE(?, words) > 0", person)
                .update();
    }

    void eraseBefore(Instant moment) throws SQLException {
        Sql.on(connection, "DELETE FROM notice WHERE told_at < ?", moment).update();
        Sql.on(
                        connection,
                        "DELETE FROM outbox WHERE made_at < ? AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.mail_id ="
                                + " outbox.id)",
                        moment)
                .update();
    }

    private static NoticeRow row(ResultSet row) throws SQLException {
        return new NoticeRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                List.of(row.getString(5).split(BETWEEN, -1)),
                Sql.moment(row, 6),
                Sql.momentOrNull(row, 7));
    }
}

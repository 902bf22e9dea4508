package org.kizuna.partner;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Sql;

/**
 * The names of all partners, as {@link NameKey} has them: rows beside the partners, so that one who is recorded twice is
 * found in an index. They are written in the transaction that writes the partner.
 */
final class KnownNames {

    private static final int AT_ONCE = 500;
    private static final String DUPLICATE = "likelyDuplicate";

    private final SessionImplementor session;

    KnownNames(EntityManager entities) {
        session = entities.unwrap(SessionImplementor.class);
    }

    /** Asks whether a partner is one of those that are known by such a name. */
    void ask(Problems problems, PartnerData data, @Nullable Partner except) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, data.legalName());
        add(keys, data.localName());
        data.names().forEach(name -> add(keys, name.name()));
        if (except != null) {
            keys.removeAll(keys(except));
        }
        Map<String, PartnerNamed> known = find(keys);
        known.values().stream()
                .filter(named -> except == null || named.id() != except.id())
                .findFirst()
                .ifPresent(named -> ask(problems, named));
    }

    /** The same of many, asked once. */
    void ask(Problems problems, List<PartnerData> all) {
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(data -> add(keys, data.legalName()));
        find(keys).values().stream().findFirst().ifPresent(named -> ask(problems, named));
    }

    private static void ask(Problems problems, PartnerNamed named) {
        problems.ask(
                "legalName", DUPLICATE, named.legalName(), named.reference().value());
    }

    /**
     * One partner for each key by which any is known, the one recorded first.
     *
     * @param keys of {@link NameKey}
     */
    Map<String, PartnerNamed> find(Collection<String> keys) {
        Map<String, PartnerNamed> found = new HashMap<>();
        List<String> all = List.copyOf(new LinkedHashSet<>(keys));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            session.doWork(connection -> find(connection, some, found));
        }
        return found;
    }

    private static void find(Connection connection, List<String> keys, Map<String, PartnerNamed> found)
            throws SQLException {
        String sql = "SELECT k.name_key, p.id, p.reference, p.legal_name FROM partner_name_key k JOIN partner p ON p.id"
                + " = k.partner_id WHERE k.name_key IN (" + Sql.marks(keys.size())
                + ") ORDER BY p.id";
        Sql.on(connection, sql, keys)
                .each(row -> found.putIfAbsent(
                        row.getString(1),
                        new PartnerNamed(row.getLong(2), new Reference(row.getString(3)), row.getString(4))));
    }

    /** Keeps the names of partners that have just been written. */
    void recorded(List<Partner> partners) {
        ManyRows rows = new ManyRows("partner_name_key", "name_key, partner_id");
        partners.forEach(partner -> keys(partner).forEach(key -> rows.add(key, partner.id())));
        session.doWork(rows::write);
    }

    /** Keeps the names of a partner that may have had others. */
    void changed(Partner partner) {
        session.doWork(
                connection -> Sql.on(connection, "DELETE FROM partner_name_key WHERE partner_id = ?", partner.id())
                        .update());
        recorded(List.of(partner));
    }

    private static Set<String> keys(Partner partner) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, partner.legalName());
        add(keys, partner.localName());
        List<PartnerName> names = new ArrayList<>(partner.names());
        names.forEach(name -> add(keys, name.name()));
        return keys;
    }

    private static void add(Set<String> keys, @Nullable String name) {
        String key = NameKey.of(name);
        if (key != null) {
            keys.add(key);
        }
    }
}

package org.kizuna.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.jdbc.Work;
import org.hibernate.persister.entity.EntityPersister;
import org.kizuna.shared.Root;

/** Keeps {@link SearchEntry} and {@link SearchTerm} in step with every record that can be searched for. */
final class SearchListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof Root root) {
            later(event.getSession(), () -> {
                Root.SearchText text = root.searchText();
                return connection -> insert(connection, root, text);
            });
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof Root root) {
            renew(event.getSession(), root);
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (event.getEntity() instanceof Root root) {
            later(event.getSession(), () -> connection -> delete(connection, root));
        }
    }

    static void renew(EventSource session, Root root) {
        later(session, () -> {
            Root.SearchText text = root.searchText();
            return connection -> {
                delete(connection, root);
                insert(connection, root, text);
            };
        });
    }

    /**
     * After the flush, when reading a record's lists is allowed, and before the commit. What is to be written is read
     * before the connection is lent: reading on the way would give it back.
     */
    private static void later(EventSource session, Supplier<Work> work) {
        BeforeTransactionCompletionProcess process = completing -> session.doWork(work.get());
        session.getActionQueue().registerProcess(process);
    }

    private static void delete(Connection connection, Root root) throws SQLException {
        for (String table : new String[] {"search_term", "search_entry"}) {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE kind = ? AND record_id = ?")) {
                statement.setString(1, kind(root));
                statement.setLong(2, root.id());
                statement.executeUpdate();
            }
        }
    }

    private static void insert(Connection connection, Root root, Root.SearchText text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO search_entry (kind, record_id, reference, title, context) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, kind(root));
            statement.setLong(2, root.id());
            statement.setString(3, root.reference().value());
            statement.setString(4, shortened(text.title()));
            statement.setString(5, shortened(text.context()));
            statement.executeUpdate();
        }
        Set<String> words = new LinkedHashSet<>();
        SearchWords.stored(List.of(text.title(), root.reference().value())).forEach(words::add);
        SearchWords.stored(text.words()).forEach(words::add);
        // a reference is also found as it is written, hyphens and all
        words.add(cut(root.reference().value().toLowerCase(Locale.ROOT)));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO search_term (term, kind, record_id) VALUES (?, ?, ?)")) {
            for (String word : words) {
                statement.setString(1, word);
                statement.setString(2, kind(root));
                statement.setLong(3, root.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String kind(Root root) {
        return root.getClass().getSimpleName();
    }

    private static String cut(String word) {
        return word.length() > SearchWords.LONGEST ? word.substring(0, SearchWords.LONGEST) : word;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}

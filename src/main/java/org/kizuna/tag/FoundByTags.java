package org.kizuna.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kizuna.search.FurtherWords;
import org.kizuna.shared.RecordRef;

/** A record is found by the names of its tags, in every language. */
@ApplicationScoped
class FoundByTags implements FurtherWords {

    @Override
    public Map<RecordRef, List<String>> of(Connection connection, Collection<RecordRef> records) throws SQLException {
        Map<RecordRef, List<String>> words = new HashMap<>();
        Map<String, List<RecordRef>> byKind = records.stream()
                .filter(record -> TagFeature.TAGGED.contains(record.kind()))
                .collect(Collectors.groupingBy(RecordRef::kind));
        for (Map.Entry<String, List<RecordRef>> kind : byKind.entrySet()) {
            read(connection, kind.getKey(), kind.getValue(), words);
        }
        return words;
    }

    private static void read(
            Connection connection, String kind, List<RecordRef> records, Map<RecordRef, List<String>> words)
            throws SQLException {
        String marks = records.stream().map(record -> "?").collect(Collectors.joining(","));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT r.record_id, t.vocabulary, t.code FROM record_tags r JOIN tag t ON t.tags_id = r.id"
                        + " WHERE r.record_kind = ? AND r.record_id IN (" + marks + ")")) {
            query.setString(1, kind);
            for (int i = 0; i < records.size(); i++) {
                query.setLong(i + 2, records.get(i).id());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    List<String> its = words.computeIfAbsent(
                            new RecordRef(kind, row.getLong("record_id")), record -> new ArrayList<>());
                    its.add(row.getString("code"));
                    TagCodes.find(TagVocabulary.valueOf(row.getString("vocabulary")), row.getString("code"))
                            .ifPresent(code -> its.addAll(code.allNames()));
                }
            }
        }
    }
}

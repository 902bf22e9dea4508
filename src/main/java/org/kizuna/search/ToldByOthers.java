package org.kizuna.search;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/** All {@link FurtherWords} together. They never change while the server runs, so CDI is asked once. */
final class ToldByOthers {

    private static volatile @Nullable List<FurtherWords> known;

    private ToldByOthers() {}

    static Map<RecordRef, List<String>> of(Connection connection, Collection<RecordRef> records) throws SQLException {
        Map<RecordRef, List<String>> words = new HashMap<>();
        for (FurtherWords one : all()) {
            one.of(connection, records)
                    .forEach((record, its) -> words.computeIfAbsent(record, first -> new ArrayList<>())
                            .addAll(its));
        }
        return words;
    }

    private static List<FurtherWords> all() {
        List<FurtherWords> all = known;
        if (all == null) {
            all = CDI.current().select(FurtherWords.class, Any.Literal.INSTANCE).stream()
                    .toList();
            known = all;
        }
        return all;
    }
}

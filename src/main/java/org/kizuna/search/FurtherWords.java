package org.kizuna.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kizuna.shared.RecordRef;

/** What records are found by besides what they say of themselves, told by a feature that hangs on them; found by CDI. */
public interface FurtherWords {

    /**
     * Texts by record; records without any are missing.
     *
     * @param connection of the transaction, on which all that it has written so far is seen
     */
    Map<RecordRef, List<String>> of(Connection connection, Collection<RecordRef> records) throws SQLException;
}

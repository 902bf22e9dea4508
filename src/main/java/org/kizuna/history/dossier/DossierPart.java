package org.kizuna.history.dossier;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;

/** What a dossier puts together out of the changes in it, while they go by. */
interface DossierPart {

    /** @param fields those of the row */
    void take(JournalEntry row, List<FieldChange> fields);

    /** Everything went by. */
    void write(BagItWriter bag) throws IOException, SQLException;
}

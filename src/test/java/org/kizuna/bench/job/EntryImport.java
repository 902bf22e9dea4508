package org.kizuna.bench.job;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.kizuna.bench.Site;

/**
 * Statements of what known donors gave in forty years of which nothing is known yet. No row repeats another: what was
 * entered of a donor can't be entered again.
 */
public final class EntryImport extends Import {

    private static final int FIRST_YEAR = 1966;
    private static final int YEARS = 40;
    private static final int EACH = YEARS * DonorStatement.TYPES.size();

    public EntryImport() {
        super("import of ledger entries");
    }

    @Override
    int wanted(Site site) {
        return site.size().entries();
    }

    @Override
    DonorStatement statement(Site site, int file, int rows) throws SQLException {
        List<String> donors = texts(
                site.floor(),
                "SELECT p.legal_name FROM partner p WHERE p.parent_id IS NULL AND NOT EXISTS (SELECT 1 FROM"
                        + " ledger_entry e WHERE e.donor_id = p.id AND e.value_date < '" + (FIRST_YEAR + YEARS)
                        + "-01-01') ORDER BY p.id LIMIT " + (rows + EACH - 1) / EACH);
        DonorStatement statement = new DonorStatement();
        for (int row = 0; row < rows; row++) {
            int year = FIRST_YEAR + row % EACH / DonorStatement.TYPES.size();
            statement.add(year, donors.get(row / EACH), row, row);
        }
        return statement;
    }

    @Override
    List<Written> written() {
        return List.of(new Written("ledger_entry", "batch = ?", Set.of("id")));
    }
}

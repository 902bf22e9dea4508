package org.kizuna.bench.job;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.kizuna.bench.Site;

/** Statements of what known donors gave in years of which nothing is known yet. */
public final class EntryImport extends Import {

    private static final int DONORS = 500;
    private static final int FIRST_YEAR = 1966;
    private static final int YEARS = 40;

    public EntryImport() {
        super("import of ledger entries");
    }

    @Override
    int wanted(Site site) {
        return site.size().entries();
    }

    @Override
    DonorStatement statement(Site site, int file, int rows) throws SQLException {
        int since = FIRST_YEAR + entered(site) % YEARS;
        List<String> donors = texts(
                site.floor(),
                "SELECT legal_name FROM partner WHERE parent_id IS NULL GROUP BY legal_name HAVING COUNT(*) = 1 AND"
                        + " MIN(id) > 0 ORDER BY MIN(id) LIMIT " + DONORS);
        DonorStatement statement = new DonorStatement();
        for (int row = 0; row < rows; row++) {
            statement.add(since, donors.get(row % donors.size()), row / donors.size(), row);
        }
        return statement;
    }

    /** What was entered of a year can't be entered again. */
    private static int entered(Site site) throws SQLException {
        return Integer.parseInt(String.valueOf(site.floor()
                .one("SELECT COUNT(DISTINCT value_year) FROM ledger_entry WHERE value_year < "
                        + (FIRST_YEAR + YEARS))));
    }

    @Override
    List<Written> written() {
        return List.of(new Written("ledger_entry", "batch = ?", Set.of("id")));
    }
}

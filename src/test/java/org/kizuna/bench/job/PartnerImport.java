package org.kizuna.bench.job;

import java.util.List;
import org.kizuna.bench.Site;

/** Statements of donors whom nobody knows yet: each row is a new partner, its contribution and one entry. */
public final class PartnerImport extends Import {

    public PartnerImport() {
        super("import of partners");
    }

    @Override
    int wanted(Site site) {
        return site.size().partners();
    }

    @Override
    DonorStatement statement(Site site, int file, int rows) {
        long run = System.currentTimeMillis();
        DonorStatement statement = new DonorStatement();
        for (int row = 0; row < rows; row++) {
            statement.add(2010, "Institute " + run + " of file " + file + ", " + row, 1, row);
        }
        return statement;
    }

    @Override
    List<String[]> written() {
        String batch = "SELECT %s FROM ledger_entry WHERE batch = ?";
        return List.of(
                new String[] {"partner", "id IN (" + batch.formatted("donor_id") + ")"},
                new String[] {"contribution", "id IN (" + batch.formatted("contribution_id") + ")"},
                new String[] {"ledger_entry", "batch = ?"});
    }
}

package org.kizuna.bench.job;

import java.util.List;
import java.util.Set;
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
    List<Written> written() {
        String batch = "id IN (SELECT %s FROM ledger_entry WHERE batch = ?)";
        return List.of(
                new Written("partner", batch.formatted("donor_id"), Set.of("id")),
                new Written("contribution", batch.formatted("contribution_id"), Set.of("id", "donor_id")),
                new Written("ledger_entry", "batch = ?", Set.of("id", "contribution_id", "donor_id")));
    }
}

package org.kizuna.exchange.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.security.Roles;

/** Imports that wait for somebody. */
@Dependent
public class ImportsToday implements TodayPart {

    @Inject
    private ImportQueries imports;

    @Inject
    private EntryQueries entries;

    @Override
    public int place() {
        return 50;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            today.due("due.imports", imports.countOpen(), "/exchange/list");
            today.next("import.new", "/exchange/upload");
        }
        if (today.isFor(Roles.APPROVER)) {
            entries.statedRefunds()
                    .forEach(
                            (batch, refunds) -> today.due("due.statedRefunds", refunds, "/exchange/view?ref=" + batch));
        }
    }
}

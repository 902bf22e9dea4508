package org.kizuna.ledger.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.security.Roles;

/** Entries that wait for a second person. */
@Dependent
public class LedgerToday implements TodayPart {

    private static final String REVERSALS = LedgerFeature.ENTRIES + "?reversals=yes";

    @Inject
    private EntryQueries entries;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            today.next("contribution.new", ContributionFeature.PAGES + "edit");
        }
        if (today.isFor(Roles.TREASURER)) {
            today.due("due.unconfirmed", entries.awaitingConfirmation(), LedgerFeature.ENTRIES + "?unconfirmed=yes");
            today.due("due.reversals", entries.awaitingReversal(true), REVERSALS);
        }
        if (today.isFor(Roles.APPROVER)) {
            today.due("due.reversals", entries.awaitingReversal(false), REVERSALS);
        }
    }
}

package org.kizuna.contribution.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.security.Roles;

/** Entries that wait for a second person. */
@Dependent
public class LedgerToday implements TodayPart {

    private static final String REVERSALS = ContributionFeature.ENTRIES + "?reversals=yes";

    @Inject
    private EntryQueries entries;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            today.next("contribution.new", "/contribution/edit");
        }
        if (today.isFor(Roles.TREASURER)) {
            today.due(
                    "due.unconfirmed",
                    entries.awaitingConfirmation(),
                    ContributionFeature.ENTRIES + "?unconfirmed=yes");
            today.due("due.reversals", entries.awaitingReversal(true), REVERSALS);
        }
        if (today.isFor(Roles.APPROVER)) {
            today.due("due.reversals", entries.awaitingReversal(false), REVERSALS);
        }
    }
}

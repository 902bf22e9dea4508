package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** What one of the users did. */
public final class JournalOfActor extends Read {

    public JournalOfActor() {
        super("page: journal, by actor and action");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("auditor").get("/history/journal?actor=approver&action=AgreementRegister.clear");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(Changes.OF_ACTOR, "approver", "AgreementRegister.clear", 51);
    }
}

package org.kizuna.agreement.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.security.Roles;

/** Agreements that wait for somebody, or soon end. */
@Dependent
public class AgreementsToday implements TodayPart {

    private static final int SOON_DAYS = 90;

    @Inject
    private AgreementQueries agreements;

    @Override
    public int place() {
        return 20;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            AgreementCriteria drafts =
                    new AgreementCriteria(null, null, AgreementStatus.DRAFT, null, null, null, today.username());
            today.due("due.drafts", agreements.count(drafts), "/agreement/list?status=DRAFT&by=" + today.username());
            in(AgreementStatus.CLEARED, "due.cleared", today);
            in(AgreementStatus.AWAITING_SIGNATURE, "due.signatures", today);
            today.next("agreement.new", "/agreement/edit");
        }
        if (today.isFor(Roles.APPROVER) || today.isFor(Roles.MANAGER)) {
            in(AgreementStatus.IN_REVIEW, "due.inReview", today);
        }
        if (today.isFor(Roles.OFFICER) || today.isFor(Roles.MANAGER)) {
            LocalDate soon = today.day().plusDays(SOON_DAYS);
            today.due(
                    "due.ending",
                    agreements.count(
                            new AgreementCriteria(null, null, AgreementStatus.IN_FORCE, null, null, soon, null)),
                    "/agreement/list?status=IN_FORCE&ends=" + soon);
        }
        if (today.isFor(Roles.MANAGER)) {
            today.next("agreements", "/agreement/list");
        }
    }

    private void in(AgreementStatus status, String words, Today today) {
        today.due(words, agreements.count(AgreementCriteria.in(status)), "/agreement/list?status=" + status);
    }
}

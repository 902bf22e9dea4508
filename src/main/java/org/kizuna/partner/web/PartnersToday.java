package org.kizuna.partner.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.security.Roles;

/** Partners that wait for somebody. */
@Dependent
public class PartnersToday implements TodayPart {

    @Inject
    private PartnerQueries partners;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            today.next("partner.new", "/partner/edit");
        }
        if (today.isFor(Roles.APPROVER)) {
            today.due(
                    "due.dueDiligence",
                    partners.count(new PartnerCriteria(null, null, null, PartnerStatus.UNDER_DUE_DILIGENCE, null)),
                    "/partner/list?status=UNDER_DUE_DILIGENCE");
            today.due(
                    "due.partnerChanges", partners.count(PartnerCriteria.CHANGE_PENDING), "/partner/list?pending=yes");
        }
    }
}

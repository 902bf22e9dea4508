package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.SearchIndex;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Turn;

/**
 * The door through which it is said that two partners are one. The pointer is all that is written: no record that names
 * the merged partner changes, so taking it back is clearing the pointer.
 */
@Stateless
@Register
public class PartnerMergeRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    private SearchIndex index;

    /**
     * From now on the partner is another one.
     *
     * @param version of the partner that is merged
     * @throws StaleVersion when it has moved on
     * @throws PartnerIsMerged when it is another one already
     * @throws org.kizuna.shared.InvalidInput when both are one already
     */
    @RolesAllowed(Roles.APPROVER)
    public void merge(Reference merged, long version, Reference survivor, @Nullable String reason) {
        Partner partner = begin(merged, version, reason);
        PartnerIsMerged.refuse(partner);
        Partner into = PartnerCanon.of(itself("survivor", survivor));
        Problems problems = new Problems();
        if (into.equals(partner)) {
            problems.add("survivor", "mergedIntoItself");
        }
        problems.refuse();
        point(partner, into, into);
    }

    /** What was merged is a partner of its own again. */
    @RolesAllowed(Roles.APPROVER)
    public void undo(Reference merged, long version, @Nullable String reason) {
        Partner partner = begin(merged, version, reason);
        point(partner, null, PartnerCanon.of(partner));
    }

    private Partner begin(Reference merged, long version, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 2000);
        problems.refuse();
        Turn.PARTNER_PARENT.take(entities);
        Partner partner = itself("reference", merged);
        StaleVersion.check(partner, version);
        intents.because(why);
        return partner;
    }

    /** @param survivor whose words become others by it */
    private void point(Partner partner, @Nullable Partner into, Partner survivor) {
        partner.mergeInto(into);
        entities.flush();
        index.renew(List.of(survivor));
    }

    private Partner itself(String field, Reference reference) {
        return PartnerLookup.itself(entities, reference.value())
                .orElseThrow(() -> NoSuchRecord.at(field, PartnerFeature.PARTNER, reference.value()));
    }
}

package org.kizuna.partner;

import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;

/**
 * Which partners a list shows; null means any.
 *
 * @param text words of name, local name, alias, acronym, identifier or reference
 * @param parentId id of the partner they belong to
 * @param changePending only those for which a change waits for an approver
 */
public record PartnerCriteria(
        @Nullable String text,
        @Nullable Sector sector,
        @Nullable CountryCode country,
        @Nullable PartnerStatus status,
        @Nullable Long parentId,
        boolean changePending) {

    /** Partners for which a change waits for an approver. */
    public static final PartnerCriteria CHANGE_PENDING = new PartnerCriteria(null, null, null, null, null, true);

    public static final PartnerCriteria ANY = new PartnerCriteria(null, null, null, null, null);

    public PartnerCriteria(
            @Nullable String text,
            @Nullable Sector sector,
            @Nullable CountryCode country,
            @Nullable PartnerStatus status,
            @Nullable Long parentId) {
        this(text, sector, country, status, parentId, false);
    }
}

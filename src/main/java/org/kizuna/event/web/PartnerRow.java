package org.kizuna.event.web;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.EventPartnerRole;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.search.SearchHit;

/** A partner with a part in it. */
public class PartnerRow implements Serializable {

    private @Nullable SearchHit partner;
    private @Nullable EventPartnerRole role;

    static PartnerRow of(EventData.PartnerPart part, Map<String, String> names) {
        PartnerRow row = new PartnerRow();
        row.partner = named(part.partner(), names);
        row.role = part.role();
        return row;
    }

    /** A partner by its reference, as a field shows it. */
    static @Nullable SearchHit named(@Nullable String reference, Map<String, String> names) {
        return reference == null
                ? null
                : new SearchHit(PartnerFeature.PARTNER, 0, reference, names.getOrDefault(reference, reference), "");
    }

    EventData.PartnerPart data() {
        return new EventData.PartnerPart(partner == null ? null : partner.reference(), role);
    }

    public @Nullable SearchHit getPartner() {
        return partner;
    }

    public void setPartner(@Nullable SearchHit value) {
        partner = value;
    }

    public @Nullable EventPartnerRole getRole() {
        return role;
    }

    public void setRole(@Nullable EventPartnerRole value) {
        role = value;
    }
}

package org.kizuna.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.kizuna.partner.Partner;

/** A partner that has a part in an event or a series. */
@Embeddable
public class EventPartner {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Partner partner;

    @Enumerated(EnumType.STRING)
    private EventPartnerRole role;

    @SuppressWarnings("NullAway.Init")
    protected EventPartner() {}

    EventPartner(Partner partner, EventPartnerRole role) {
        this.partner = partner;
        this.role = role;
    }

    public Partner partner() {
        return partner;
    }

    public EventPartnerRole role() {
        return role;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventPartner that && partner.equals(that.partner()) && role == that.role;
    }

    @Override
    public int hashCode() {
        return Objects.hash(partner, role);
    }
}

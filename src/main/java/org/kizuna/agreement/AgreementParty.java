package org.kizuna.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.Personal;

/** A partner bound by an agreement, in a role, and who signs for it. */
@Embeddable
public class AgreementParty {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Partner partner;

    @Enumerated(EnumType.STRING)
    private PartyRole role;

    @Personal("signatory")
    private @Nullable String signatory;

    @Personal("signatory")
    private @Nullable String signatoryTitle;

    private @Nullable LocalDate signedOn;

    @SuppressWarnings("NullAway.Init")
    protected AgreementParty() {}

    AgreementParty(
            Partner partner,
            PartyRole role,
            @Nullable String signatory,
            @Nullable String signatoryTitle,
            @Nullable LocalDate signedOn) {
        this.partner = partner;
        this.role = role;
        this.signatory = signatory;
        this.signatoryTitle = signatoryTitle;
        this.signedOn = signedOn;
    }

    /** That somebody signed, and when, stays. */
    AgreementParty withoutSignatory() {
        return new AgreementParty(partner, role, NamedPersons.NOBODY, null, signedOn);
    }

    AgreementParty signed(@Nullable LocalDate day) {
        return new AgreementParty(partner, role, signatory, signatoryTitle, day);
    }

    public Partner partner() {
        return partner;
    }

    public PartyRole role() {
        return role;
    }

    public @Nullable String signatory() {
        return signatory;
    }

    public @Nullable String signatoryTitle() {
        return signatoryTitle;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgreementParty that
                && partner.equals(that.partner())
                && role == that.role
                && Objects.equals(signatory, that.signatory)
                && Objects.equals(signatoryTitle, that.signatoryTitle)
                && Objects.equals(signedOn, that.signedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(partner, role);
    }
}

package org.kizuna.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.NamedPersons;
import org.kizuna.shared.Personal;

/** Somebody who spoke at an event, for whom, and what they said. */
@Embeddable
public class Speaking {

    @Personal("person")
    private String person;

    @Personal("person")
    private @Nullable String personTitle;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Partner partner;

    @Enumerated(EnumType.STRING)
    private SpeakingRole role;

    private @Nullable String message;

    @SuppressWarnings("NullAway.Init")
    protected Speaking() {}

    Speaking(
            String person,
            @Nullable String personTitle,
            @Nullable Partner partner,
            SpeakingRole role,
            @Nullable String message) {
        this.person = person;
        this.personTitle = personTitle;
        this.partner = partner;
        this.role = role;
        this.message = message;
    }

    /** That somebody spoke, and what they said, stays. */
    Speaking withoutPerson() {
        return new Speaking(NamedPersons.NOBODY, null, partner, role, message);
    }

    public String person() {
        return person;
    }

    public @Nullable String personTitle() {
        return personTitle;
    }

    public @Nullable Partner partner() {
        return partner;
    }

    public SpeakingRole role() {
        return role;
    }

    public @Nullable String message() {
        return message;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Speaking that
                && person.equals(that.person)
                && Objects.equals(personTitle, that.personTitle)
                && Objects.equals(partner, that.partner())
                && role == that.role
                && Objects.equals(message, that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, role);
    }
}

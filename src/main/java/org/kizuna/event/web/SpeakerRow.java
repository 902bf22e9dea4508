package org.kizuna.event.web;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.SpeakingRole;
import org.kizuna.search.SearchHit;

/** Somebody who spoke. */
public class SpeakerRow implements Serializable {

    private @Nullable String person;
    private @Nullable String personTitle;
    private @Nullable SearchHit partner;
    private @Nullable SpeakingRole role = SpeakingRole.SPEAKER;
    private @Nullable String message;

    static SpeakerRow of(EventData.Speaker speaker, Map<String, String> names) {
        SpeakerRow row = new SpeakerRow();
        row.person = speaker.person();
        row.personTitle = speaker.personTitle();
        row.partner = PartnerRow.named(speaker.partner(), names);
        row.role = speaker.role();
        row.message = speaker.message();
        return row;
    }

    EventData.Speaker data() {
        return new EventData.Speaker(person, personTitle, partner == null ? null : partner.reference(), role, message);
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String value) {
        person = value;
    }

    public @Nullable String getPersonTitle() {
        return personTitle;
    }

    public void setPersonTitle(@Nullable String value) {
        personTitle = value;
    }

    public @Nullable SearchHit getPartner() {
        return partner;
    }

    public void setPartner(@Nullable SearchHit value) {
        partner = value;
    }

    public @Nullable SpeakingRole getRole() {
        return role;
    }

    public void setRole(@Nullable SpeakingRole value) {
        role = value;
    }

    public @Nullable String getMessage() {
        return message;
    }

    public void setMessage(@Nullable String value) {
        message = value;
    }
}

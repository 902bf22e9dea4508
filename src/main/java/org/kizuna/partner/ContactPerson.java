package org.kizuna.partner;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Personal;

/** Somebody to speak to at a partner. */
@Embeddable
public class ContactPerson implements Serializable {

    @Personal("name")
    private String name;

    @Personal("name")
    private @Nullable String jobTitle;

    @Personal("name")
    private @Nullable String email;

    @Personal("name")
    private @Nullable String phone;

    @SuppressWarnings("NullAway.Init")
    protected ContactPerson() {}

    public ContactPerson(String name, @Nullable String jobTitle, @Nullable String email, @Nullable String phone) {
        this.name = name;
        this.jobTitle = jobTitle;
        this.email = email;
        this.phone = phone;
    }

    public String name() {
        return name;
    }

    public @Nullable String jobTitle() {
        return jobTitle;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactPerson that
                && name.equals(that.name)
                && Objects.equals(jobTitle, that.jobTitle)
                && Objects.equals(email, that.email)
                && Objects.equals(phone, that.phone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, jobTitle, email, phone);
    }
}

package org.kizuna.partner;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** How a register of organisations knows a partner: the list's code [org-id.guide] and the value in it. */
@Embeddable
public class PartnerIdentifier implements Serializable {

    private String listCode;
    private String value;

    @SuppressWarnings("NullAway.Init")
    protected PartnerIdentifier() {}

    public PartnerIdentifier(String listCode, String value) {
        this.listCode = listCode;
        this.value = value;
    }

    public String listCode() {
        return listCode;
    }

    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartnerIdentifier that && listCode.equals(that.listCode) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(listCode, value);
    }

    /** As published: list code, hyphen, value. */
    @Override
    public String toString() {
        return listCode + "-" + value;
    }
}

package org.kizuna.partner.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerName;
import org.kizuna.partner.Sector;
import org.kizuna.search.SearchHit;

/** What stands in the fields while a partner is typed. */
public class PartnerForm implements Serializable {

    private @Nullable String reference;
    private @Nullable String legalName;
    private @Nullable String localName;
    private @Nullable String acronym;
    private @Nullable Sector sector;
    private @Nullable OrganisationType organisationType;
    private @Nullable String country;
    private @Nullable SearchHit parent;
    private @Nullable String website;
    private @Nullable String note;
    private boolean collective;
    private List<NameRow> names = new ArrayList<>();
    private List<IdentifierRow> identifiers = new ArrayList<>();
    private List<ContactRow> contacts = new ArrayList<>();

    static PartnerForm of(PartnerData data, @Nullable SearchHit parent) {
        PartnerForm form = new PartnerForm();
        form.reference = data.reference();
        form.legalName = data.legalName();
        form.localName = data.localName();
        form.acronym = data.acronym();
        form.sector = data.sector();
        form.organisationType = data.organisationType();
        form.country = data.country();
        form.parent = parent;
        form.website = data.website();
        form.note = data.note();
        form.collective = data.collective();
        data.names().forEach(name -> form.names.add(new NameRow(name)));
        data.identifiers().forEach(identifier -> form.identifiers.add(new IdentifierRow(identifier)));
        data.contacts().forEach(contact -> form.contacts.add(new ContactRow(contact)));
        return form;
    }

    PartnerData data() {
        return new PartnerData(
                reference,
                legalName,
                localName,
                acronym,
                sector,
                organisationType,
                country,
                parent == null ? null : parent.reference(),
                website,
                note,
                collective,
                names.stream()
                        .map(row -> new PartnerData.Name(row.kind, row.name, row.until))
                        .toList(),
                identifiers.stream()
                        .map(row -> new PartnerData.Identifier(row.listCode, row.value))
                        .toList(),
                contacts.stream()
                        .map(row -> new PartnerData.Contact(row.name, row.jobTitle, row.email, row.phone))
                        .toList());
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String value) {
        reference = value;
    }

    public @Nullable String getLegalName() {
        return legalName;
    }

    public void setLegalName(@Nullable String value) {
        legalName = value;
    }

    public @Nullable String getLocalName() {
        return localName;
    }

    public void setLocalName(@Nullable String value) {
        localName = value;
    }

    public @Nullable String getAcronym() {
        return acronym;
    }

    public void setAcronym(@Nullable String value) {
        acronym = value;
    }

    public @Nullable Sector getSector() {
        return sector;
    }

    public void setSector(@Nullable Sector value) {
        sector = value;
    }

    public @Nullable OrganisationType getOrganisationType() {
        return organisationType;
    }

    public void setOrganisationType(@Nullable OrganisationType value) {
        organisationType = value;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String value) {
        country = value;
    }

    public @Nullable SearchHit getParent() {
        return parent;
    }

    public void setParent(@Nullable SearchHit value) {
        parent = value;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String value) {
        website = value;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String value) {
        note = value;
    }

    public boolean isCollective() {
        return collective;
    }

    public void setCollective(boolean value) {
        collective = value;
    }

    public List<NameRow> getNames() {
        return names;
    }

    public List<IdentifierRow> getIdentifiers() {
        return identifiers;
    }

    public List<ContactRow> getContacts() {
        return contacts;
    }

    /** Another name. */
    public static class NameRow implements Serializable {
        private PartnerName.@Nullable Kind kind = PartnerName.Kind.ALIAS;
        private @Nullable String name;
        private @Nullable LocalDate until;

        NameRow() {}

        NameRow(PartnerData.Name data) {
            kind = data.kind();
            name = data.name();
            until = data.until();
        }

        public PartnerName.@Nullable Kind getKind() {
            return kind;
        }

        public void setKind(PartnerName.@Nullable Kind value) {
            kind = value;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String value) {
            name = value;
        }

        public @Nullable LocalDate getUntil() {
            return until;
        }

        public void setUntil(@Nullable LocalDate value) {
            until = value;
        }
    }

    /** An identifier in some list. */
    public static class IdentifierRow implements Serializable {
        private @Nullable String listCode;
        private @Nullable String value;

        IdentifierRow() {}

        IdentifierRow(PartnerData.Identifier data) {
            listCode = data.listCode();
            value = data.value();
        }

        public @Nullable String getListCode() {
            return listCode;
        }

        public void setListCode(@Nullable String code) {
            listCode = code;
        }

        public @Nullable String getValue() {
            return value;
        }

        public void setValue(@Nullable String identifier) {
            value = identifier;
        }
    }

    /** Somebody to speak to. */
    public static class ContactRow implements Serializable {
        private @Nullable String name;
        private @Nullable String jobTitle;
        private @Nullable String email;
        private @Nullable String phone;

        ContactRow() {}

        ContactRow(PartnerData.Contact data) {
            name = data.name();
            jobTitle = data.jobTitle();
            email = data.email();
            phone = data.phone();
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String value) {
            name = value;
        }

        public @Nullable String getJobTitle() {
            return jobTitle;
        }

        public void setJobTitle(@Nullable String value) {
            jobTitle = value;
        }

        public @Nullable String getEmail() {
            return email;
        }

        public void setEmail(@Nullable String value) {
            email = value;
        }

        public @Nullable String getPhone() {
            return phone;
        }

        public void setPhone(@Nullable String value) {
            phone = value;
        }
    }
}

package org.kizuna.partner;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Step;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.shared.Ancestors;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.VersionedEntity;

/** An organisation we work with, or might. */
@Entity
public class Partner extends VersionedEntity implements NamedRecord {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    @Column(updatable = false)
    private Reference reference;

    @Embedded
    private PartnerProfile profile;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Partner parent;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    private @Nullable Partner mergedInto;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status = PartnerStatus.PROSPECT;

    private @Nullable String note;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "partner_name", joinColumns = @JoinColumn(name = "partner_id"))
    @OrderColumn(name = "position")
    private List<PartnerName> names = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "partner_identifier", joinColumns = @JoinColumn(name = "partner_id"))
    private Set<PartnerIdentifier> identifiers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "partner_contact", joinColumns = @JoinColumn(name = "partner_id"))
    @OrderColumn(name = "position")
    private List<ContactPerson> contacts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "partner_step", joinColumns = @JoinColumn(name = "partner_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    /**
     * @param nextReference where the reference comes from when none was typed
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    @SuppressWarnings("NullAway.Init") // the profile is taken or refused before the constructor ends
    Partner(
            PartnerData data,
            @Nullable Partner parent,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        Problems problems = new Problems();
        this.reference = Reference.typedOr(problems, data.reference(), nextReference);
        take(data, parent, problems);
    }

    /** @throws org.kizuna.shared.InvalidInput when a field is missing or malformed */
    void change(PartnerData data, @Nullable Partner newParent) {
        Problems problems = new Problems();
        reference.stays(problems, data.reference());
        take(data, newParent, problems);
    }

    /**
     * The partner as a change would leave it; it is no record, and stays as it is itself.
     *
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    Partner changed(PartnerData data, @Nullable Partner newParent) {
        Partner changed = new Partner();
        changed.reference = reference;
        changed.recordedBy = recordedBy;
        changed.recordedAt = recordedAt;
        changed.identifiers.addAll(identifiers);
        changed.change(data, newParent);
        return changed;
    }

    private void take(PartnerData data, @Nullable Partner newParent, Problems problems) {
        PartnerProfile typedProfile = PartnerProfile.typed(data, problems);
        if (Ancestors.andSelf(newParent, Partner::parent).contains(this)) {
            problems.add("parent", "partnerBelowItself");
        }
        String typedNote = problems.optionalLines("note", data.note(), 10_000);
        List<PartnerName> freshNames = names(data.names(), problems);
        Set<PartnerIdentifier> freshIdentifiers = identifiers(data.identifiers(), problems);
        List<ContactPerson> freshContacts = contacts(data.contacts(), problems);
        problems.refuse();
        profile = Objects.requireNonNull(typedProfile);
        parent = newParent;
        note = typedNote;
        replace(names, freshNames);
        if (!identifiers.equals(freshIdentifiers)) {
            identifiers.clear();
            identifiers.addAll(freshIdentifiers);
        }
        replace(contacts, freshContacts);
    }

    private static List<PartnerName> names(List<PartnerData.Name> typed, Problems problems) {
        List<PartnerName> fresh = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            PartnerData.Name name = typed.get(i);
            String text = problems.required("names[" + i + "].name", name.name(), 250);
            PartnerName.Kind kind = name.kind() == null ? PartnerName.Kind.ALIAS : name.kind();
            PartnerName.checkUntil(problems, "names[" + i + "].until", name.until());
            fresh.add(new PartnerName(kind, text, name.until()));
        }
        return fresh;
    }

    private Set<PartnerIdentifier> identifiers(List<PartnerData.Identifier> typed, Problems problems) {
        Set<PartnerIdentifier> fresh = new HashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            PartnerData.Identifier one = typed.get(i);
            // what was recorded before a list's form was known stays as it is
            String at = "identifiers[" + i + "].";
            fresh.add(recorded(one).orElseGet(() -> IdentifierList.typed(problems, at, one)));
        }
        return fresh;
    }

    private Optional<PartnerIdentifier> recorded(PartnerData.Identifier typed) {
        return identifiers.stream()
                .filter(known -> known.listCode().equals(typed.listCode())
                        && known.value().equals(typed.value()))
                .findFirst();
    }

    private static List<ContactPerson> contacts(List<PartnerData.Contact> typed, Problems problems) {
        List<ContactPerson> fresh = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String at = "contacts[" + i + "].";
            PartnerData.Contact contact = typed.get(i);
            String email = problems.optional(at + "email", contact.email(), 254);
            if (email != null && !EMAIL.matcher(email).matches()) {
                problems.add(at + "email", "notAnEmail");
            }
            fresh.add(new ContactPerson(
                    problems.required(at + "name", contact.name(), 120),
                    problems.optional(at + "jobTitle", contact.jobTitle(), 160),
                    email,
                    problems.optional(at + "phone", contact.phone(), 40)));
        }
        return fresh;
    }

    /** Leaves what is unchanged alone, so that a save which changes nothing writes nothing. */
    private static <T> void replace(List<T> current, List<T> fresh) {
        if (!current.equals(fresh)) {
            current.clear();
            current.addAll(fresh);
        }
    }

    /** @param survivor the partner that it is now; null where it is one of its own again */
    void mergeInto(@Nullable Partner survivor) {
        mergedInto = survivor;
    }

    /** Has no contact of that name any more. */
    void forgetContact(String person) {
        contacts.removeIf(contact -> contact.name().equals(person));
    }

    /**
     * Takes a step.
     *
     * @param method the register's method that takes it
     * @throws PartnerCannotBecome when the status does not lead there
     */
    StepTaken take(String method, StepData data, String by, Instant at) {
        Step<PartnerStatus, Partner> step = PartnerLifecycle.STEPS.require(method, status, this, data, at);
        StepTaken taken = StepTaken.of(method, data, by, at);
        steps.add(taken);
        status = step.to();
        return taken;
    }

    /** Those that were taken before steps were kept. */
    void tell(List<StepTaken> earlier) {
        if (steps.isEmpty()) {
            steps.addAll(earlier);
        }
    }

    List<StepTaken> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** @throws PartnerIsBlocked when nothing may be agreed with it any more */
    public void requireNotBlocked(String field) {
        if (status == PartnerStatus.BLOCKED) {
            throw new PartnerIsBlocked(field, legalName());
        }
    }

    @Override
    public SearchText searchText() {
        Stream<@Nullable String> words = Stream.concat(
                Stream.of(localName(), acronym()),
                Stream.concat(
                        names.stream().map(PartnerName::name),
                        identifiers.stream().map(PartnerIdentifier::toString)));
        String context = Stream.of(
                        localName(), country() == null ? null : country().value())
                .filter(part -> part != null)
                .reduce((left, right) -> left + " · " + right)
                .orElse("");
        return new SearchText(
                legalName(),
                context,
                words.toList(),
                Stream.concat(Stream.of(localName()), names.stream().map(PartnerName::name))
                        .toList(),
                acronym());
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public PartnerProfile profile() {
        return profile;
    }

    public String legalName() {
        return profile.legalName();
    }

    public @Nullable String localName() {
        return profile.localName();
    }

    public @Nullable String acronym() {
        return profile.acronym();
    }

    public @Nullable Sector sector() {
        return profile.sector();
    }

    public @Nullable CountryCode country() {
        return profile.country();
    }

    public @Nullable Partner parent() {
        return parent;
    }

    /** What it was merged into; {@link PartnerCanon#of} says who that is now. */
    public @Nullable Partner mergedInto() {
        return mergedInto;
    }

    @Override
    public @Nullable NamedRecord foundAs() {
        return mergedInto;
    }

    public PartnerStatus status() {
        return status;
    }

    /** Stands for several or unnamed contributors of a statistic. */
    public boolean isCollective() {
        return profile.collective();
    }

    public @Nullable String note() {
        return note;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<PartnerName> names() {
        return Collections.unmodifiableList(names);
    }

    /** In alphabetical order. */
    public List<PartnerIdentifier> identifiers() {
        return identifiers.stream()
                .sorted(Comparator.comparing(PartnerIdentifier::toString))
                .toList();
    }

    public List<ContactPerson> contacts() {
        return Collections.unmodifiableList(contacts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partner that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}

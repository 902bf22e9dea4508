package org.kizuna.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.shared.Reference;

/**
 * Everything about one partner.
 *
 * @param data what a user said, in the form in which it is changed
 * @param parentName name of the partner it belongs to
 * @param survivor the partner that it is now, where it was merged
 */
public record PartnerDetail(
        long id,
        long version,
        Reference reference,
        PartnerStatus status,
        PartnerData data,
        @Nullable String parentName,
        @Nullable Reference survivor,
        String recordedBy,
        Instant recordedAt,
        List<StepTaken> steps) {

    static PartnerDetail of(Partner partner) {
        Partner parent = partner.parent();
        PartnerData data = new PartnerData(
                partner.reference().value(),
                partner.legalName(),
                partner.localName(),
                partner.acronym(),
                partner.sector(),
                partner.profile().organisationType(),
                partner.country() == null ? null : partner.country().value(),
                parent == null ? null : parent.reference().value(),
                partner.profile().website(),
                partner.note(),
                partner.isCollective(),
                partner.names().stream()
                        .map(name -> new PartnerData.Name(name.kind(), name.name(), name.until()))
                        .toList(),
                partner.identifiers().stream()
                        .map(identifier -> new PartnerData.Identifier(identifier.listCode(), identifier.value()))
                        .toList(),
                partner.contacts().stream()
                        .map(contact -> new PartnerData.Contact(
                                contact.name(), contact.jobTitle(), contact.email(), contact.phone()))
                        .toList());
        return new PartnerDetail(
                partner.id(),
                partner.version(),
                partner.reference(),
                partner.status(),
                data,
                parent == null ? null : parent.legalName(),
                PartnerCanon.survivor(partner).map(Partner::reference).orElse(null),
                partner.recordedBy(),
                partner.recordedAt(),
                List.copyOf(partner.steps()));
    }
}

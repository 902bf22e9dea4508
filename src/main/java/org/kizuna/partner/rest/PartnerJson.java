package org.kizuna.partner.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.rest.StepTakenJson;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PendingPartnerChange;

/**
 * One partner as REST gives it.
 *
 * @param organisationType code [IATI OrganisationType]
 * @param country ISO 3166-1 alpha-2
 * @param parent reference
 * @param pendingChange what an officer proposed for an approved partner and no approver has decided on
 */
public record PartnerJson(
        String reference,
        String legalName,
        @Nullable String localName,
        @Nullable String sector,
        @Nullable String country,
        String status,
        long version,
        boolean collective,
        @Nullable String acronym,
        @Nullable String organisationType,
        @Nullable String parent,
        @Nullable String website,
        @Nullable String note,
        List<NameJson> names,
        List<PartnerData.Identifier> identifiers,
        List<PartnerData.Contact> contacts,
        @Nullable String recordedBy,
        @Nullable String recordedAt,
        @Nullable PendingJson pendingChange,
        List<StepTakenJson> steps) {

    static PartnerJson of(PartnerDetail partner, @Nullable PendingPartnerChange pending) {
        PartnerData data = partner.data();
        return new PartnerJson(
                partner.reference().value(),
                String.valueOf(data.legalName()),
                data.localName(),
                data.sector() == null ? null : data.sector().name(),
                data.country(),
                partner.status().name(),
                partner.version(),
                data.collective(),
                data.acronym(),
                data.organisationType() == null ? null : data.organisationType().code(),
                data.parent(),
                data.website(),
                data.note(),
                data.names().stream().map(NameJson::of).toList(),
                data.identifiers(),
                data.contacts(),
                partner.recordedBy(),
                partner.recordedAt().toString(),
                pending == null ? null : PendingJson.of(pending),
                partner.steps().stream().map(StepTakenJson::of).toList());
    }

    /** What is proposed and waits for an approver. */
    public record PendingJson(long version, String proposedBy, String proposedAt, List<FieldJson> fields) {

        static PendingJson of(PendingPartnerChange pending) {
            return new PendingJson(
                    pending.version(),
                    pending.proposedBy(),
                    pending.proposedAt().toString(),
                    pending.items().stream()
                            .map(item -> new FieldJson(item.field(), code(item.before()), code(item.after())))
                            .toList());
        }

        private static @Nullable String code(@Nullable Object value) {
            if (value instanceof OrganisationType type) {
                return type.code();
            }
            return value == null ? null : value.toString();
        }
    }

    /** One field with what stands there and what shall; codes as elsewhere in the partner. */
    public record FieldJson(
            String field, @Nullable String before, @Nullable String after) {}

    /** Another name. */
    public record NameJson(
            String kind, @Nullable String name, @Nullable String until) {

        static NameJson of(PartnerData.Name name) {
            return new NameJson(
                    String.valueOf(name.kind()),
                    name.name(),
                    name.until() == null ? null : name.until().toString());
        }
    }
}

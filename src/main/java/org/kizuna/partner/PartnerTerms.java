package org.kizuna.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an approver cleared when approving a partner: its legal name, sector, type, country, parent, and each identifier.
 * Changes of these take effect when an approver accepts them; identifiers that are added, other names and the rest are
 * free.
 */
final class PartnerTerms {

    private static final String IDENTIFIERS = "identifiers";

    private static final Map<String, Function<PartnerData, @Nullable String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("legalName", PartnerData::legalName);
        FIELDS.put("sector", data -> name(data.sector()));
        FIELDS.put("organisationType", data -> name(data.organisationType()));
        FIELDS.put("country", PartnerData::country);
        FIELDS.put("parent", PartnerData::parent);
    }

    private PartnerTerms() {}

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** What an approver has to accept of a change from the one to the other. */
    static List<PartnerChangeItem> held(PartnerData now, PartnerData wanted) {
        List<PartnerChangeItem> held = new ArrayList<>();
        FIELDS.forEach((field, value) -> {
            if (!Objects.equals(value.apply(now), value.apply(wanted))) {
                held.add(new PartnerChangeItem(field, value.apply(now), value.apply(wanted)));
            }
        });
        now.identifiers().stream()
                .filter(identifier -> !wanted.identifiers().contains(identifier))
                .forEach(identifier -> held.add(new PartnerChangeItem(IDENTIFIERS, published(identifier), null)));
        return held;
    }

    /** What of a change needs nobody's leave. */
    static PartnerData free(PartnerData now, PartnerData typed) {
        List<PartnerData.Identifier> identifiers = new ArrayList<>(now.identifiers());
        typed.identifiers().stream()
                .filter(identifier -> !identifiers.contains(identifier))
                .forEach(identifiers::add);
        return new PartnerData(
                typed.reference(),
                now.legalName(),
                typed.localName(),
                typed.acronym(),
                now.sector(),
                now.organisationType(),
                now.country(),
                now.parent(),
                typed.website(),
                typed.note(),
                typed.collective(),
                typed.names(),
                identifiers,
                typed.contacts());
    }

    /** A later proposal takes the place of an earlier one field by field. */
    static List<PartnerChangeItem> merged(List<PartnerChangeItem> earlier, List<PartnerChangeItem> later) {
        List<PartnerChangeItem> merged = new ArrayList<>(earlier);
        later.forEach(item -> {
            merged.removeIf(other ->
                    !item.field().equals(IDENTIFIERS) ? other.field().equals(item.field()) : other.equals(item));
            merged.add(item);
        });
        return merged;
    }

    /**
     * The partner with the change.
     *
     * @throws PartnerMovedOn when what stands there is no longer what the change began with
     */
    static PartnerData applied(PartnerData now, List<PartnerChangeItem> items) {
        Map<String, @Nullable String> after = new LinkedHashMap<>();
        FIELDS.forEach((field, value) -> after.put(field, value.apply(now)));
        List<PartnerData.Identifier> identifiers = new ArrayList<>(now.identifiers());
        for (PartnerChangeItem item : items) {
            if (item.field().equals(IDENTIFIERS)) {
                if (!identifiers.removeIf(identifier -> published(identifier).equals(item.before()))) {
                    throw new PartnerMovedOn(item.field());
                }
            } else if (!Objects.equals(after.put(item.field(), item.after()), item.before())) {
                throw new PartnerMovedOn(item.field());
            }
        }
        String sector = after.get("sector");
        String type = after.get("organisationType");
        return new PartnerData(
                now.reference(),
                after.get("legalName"),
                now.localName(),
                now.acronym(),
                sector == null ? null : Sector.valueOf(sector),
                type == null ? null : OrganisationType.valueOf(type),
                after.get("country"),
                after.get("parent"),
                now.website(),
                now.note(),
                now.collective(),
                now.names(),
                identifiers,
                now.contacts());
    }

    private static String published(PartnerData.Identifier identifier) {
        return identifier.listCode() + "-" + identifier.value();
    }
}

package org.kizuna.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Sector;
import org.kizuna.shared.RecordRef;

/** Partners with names in several scripts, some of them parts of others. */
final class Partners extends Growing {

    private static final List<Sector> SECTORS = List.of(Sector.values());

    Partners(int count) {
        super("Partner", "P", "PartnerRegister", count);
    }

    /** What chance gave a partner. */
    private record One(
            String name,
            @Nullable String local,
            @Nullable String acronym,
            Sector sector,
            String country,
            int parent,
            @Nullable String alias,
            @Nullable String identifier,
            @Nullable String contact,
            int fate) {}

    private static One one(int number) {
        Chance chance = Chance.of("Partner", number);
        String trait = chance.one(Words.TRAITS);
        String body = chance.one(Words.BODIES);
        String field = chance.one(Words.FIELDS);
        String name = trait + " " + body + " of " + field + " " + number;
        return new One(
                name,
                chance.percent(30) ? chance.one(Words.LOCAL) + number : null,
                chance.percent(50) ? initials(trait, body, field) + number : null,
                chance.one(SECTORS),
                chance.one(Words.COUNTRIES),
                number > 100 && chance.percent(20) ? 1 + chance.below(number / 10) : 0,
                chance.percent(25) ? body + " " + field + " No. " + number : null,
                chance.percent(40) ? String.valueOf(10_000_000 + number) : null,
                chance.percent(50) ? chance.one(Words.PEOPLE) : null,
                chance.below(100));
    }

    private static String initials(String... words) {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.charAt(0));
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    static String name(int number) {
        return one(number).name();
    }

    @Override
    String text() {
        return "note";
    }

    @Override
    String opens() {
        return "register";
    }

    @Override
    Map<String, @Nullable Object> fields(int number) {
        One one = one(number);
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("legalName", one.name());
        fields.put("localName", one.local());
        fields.put("acronym", one.acronym());
        fields.put("sector", one.sector().name());
        fields.put("organisationTypeCode", one.sector().usualType().code());
        fields.put("country", one.country());
        fields.put("parent", one.parent() == 0 ? null : reference(one.parent()));
        fields.put("status", "PROSPECT");
        fields.put("collective", false);
        fields.put("website", null);
        fields.put("names", one.alias() == null ? List.of() : List.of(alias(one.alias())));
        fields.put(
                "identifiers",
                one.identifier() == null
                        ? List.of()
                        : List.of(Map.of("listCode", "XI-BENCH", "value", one.identifier())));
        fields.put("contacts", one.contact() == null ? List.of() : List.of(contact(one.contact())));
        return fields;
    }

    private static Map<String, @Nullable Object> alias(String name) {
        Map<String, @Nullable Object> alias = new TreeMap<>(Map.of("kind", "ALIAS", "name", name));
        alias.put("until", null);
        return alias;
    }

    private static Map<String, @Nullable Object> contact(String name) {
        Map<String, @Nullable Object> contact = new TreeMap<>(Map.of("name", name));
        contact.put("email", null);
        contact.put("jobTitle", null);
        contact.put("phone", null);
        return contact;
    }

    @Override
    List<RecordRef> mentions(int number) {
        int parent = one(number).parent();
        return parent == 0 ? List.of() : List.of(ref(parent));
    }

    @Override
    List<Step> steps(int number) {
        int fate = one(number).fate();
        List<Step> steps = new ArrayList<>();
        if (fate >= 10) {
            steps.add(Step.status("beginDueDiligence", "officer", "OFFICER", "PROSPECT", "UNDER_DUE_DILIGENCE"));
        }
        if (fate >= 20) {
            steps.add(Step.status("approve", "approver", "APPROVER", "UNDER_DUE_DILIGENCE", "APPROVED"));
        }
        if (fate >= 90) {
            String end = fate >= 97 ? "BLOCKED" : fate >= 95 ? "SUSPENDED" : "INACTIVE";
            String action = fate >= 97 ? "block" : fate >= 95 ? "suspend" : "retire";
            steps.add(Step.status(action, "approver", "APPROVER", "APPROVED", end));
        }
        return steps;
    }

    private String status(int number) {
        List<Step> steps = steps(number);
        return steps.isEmpty()
                ? "PROSPECT"
                : String.valueOf(steps.get(steps.size() - 1).after().get("status"));
    }

    @Override
    void write(Rows rows) {
        Rows.Table partners = rows.table(
                "partner",
                "id, version, reference, legal_name, local_name, acronym, sector, organisation_type, country, parent_id,"
                        + " status, collective, website, note, recorded_by, recorded_at");
        Rows.Table names = rows.table("partner_name", "partner_id, position, kind, name, until_on");
        Rows.Table identifiers = rows.table("partner_identifier", "partner_id, list_code, value");
        Rows.Table contacts = rows.table("partner_contact", "partner_id, position, name");
        Found found = new Found(rows, kind());
        for (int number = 1; number <= count(); number++) {
            One one = one(number);
            partners.add(
                    number,
                    version(number),
                    reference(number),
                    one.name(),
                    one.local(),
                    one.acronym(),
                    one.sector(),
                    one.sector().usualType().code(),
                    one.country(),
                    one.parent() == 0 ? null : one.parent(),
                    status(number),
                    false,
                    null,
                    textOf(number),
                    author(number),
                    recordedAt(number));
            if (one.alias() != null) {
                names.add(number, 0, "ALIAS", one.alias(), null);
            }
            if (one.identifier() != null) {
                identifiers.add(number, "XI-BENCH", one.identifier());
            }
            if (one.contact() != null) {
                contacts.add(number, 0, one.contact());
            }
            find(found, number, one);
        }
        List.of(partners, names, identifiers, contacts).forEach(Rows.Table::flush);
        found.close();
    }

    private void find(Found found, int number, One one) {
        List<@Nullable String> more = new ArrayList<>();
        more.add(one.local());
        more.add(one.acronym());
        more.add(one.alias());
        more.add(one.identifier() == null ? null : "XI-BENCH-" + one.identifier());
        String context = one.local() == null ? one.country() : one.local() + " · " + one.country();
        found.add(number, reference(number), one.name(), context, more);
    }
}

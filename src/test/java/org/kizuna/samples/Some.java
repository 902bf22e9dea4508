package org.kizuna.samples;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementType;
import org.kizuna.agreement.PartyRole;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.Instrument;
import org.kizuna.document.Content;
import org.kizuna.event.EventData;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.event.SeriesData;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.Sector;
import org.kizuna.shared.Reference;

/** Records as somebody would type them; each name is new, so that tests do not meet each other's. */
public final class Some {

    public static final LocalDate DAY = LocalDate.of(2021, 6, 29);

    public static final String STATEMENT_HEADER = "calendar_year,donor,category,revenue_type,amount_usd\n";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Some() {}

    public static String name(String kind) {
        return kind + " " + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    /** A reference that nobody else types. */
    public static String reference(String prefix) {
        return name(prefix).replace(' ', '-');
    }

    public static PartnerData company() {
        return PartnerData.of(name("Company"), Sector.PRIVATE_SECTOR, "JP");
    }

    public static PartnerData ministry() {
        return PartnerData.of(name("Ministry"), Sector.GOVERNMENT, "JP");
    }

    /** Stands for several who gave. */
    public static PartnerData collective() {
        return new PartnerData(
                null,
                name("Other donors"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                List.of(),
                List.of(),
                List.of());
    }

    public static PartnerData company(String reference) {
        return company(reference, List.of());
    }

    public static PartnerData company(List<PartnerData.Identifier> identifiers) {
        return company(null, identifiers);
    }

    /** With somebody to speak to. */
    public static PartnerData company(PartnerData.Contact contact) {
        return company(null, List.of(), List.of(contact));
    }

    private static PartnerData company(@Nullable String reference, List<PartnerData.Identifier> identifiers) {
        return company(reference, identifiers, List.of());
    }

    private static PartnerData company(
            @Nullable String reference, List<PartnerData.Identifier> identifiers, List<PartnerData.Contact> contacts) {
        return new PartnerData(
                reference,
                name("Company"),
                null,
                null,
                Sector.PRIVATE_SECTOR,
                null,
                "JP",
                null,
                null,
                null,
                false,
                List.of(),
                identifiers,
                contacts);
    }

    public static PartnerData.Identifier identifier() {
        return new PartnerData.Identifier("US-NY_CR", reference("I"));
    }

    public static AgreementData memorandum(Reference first, Reference second) {
        return agreement(AgreementType.MEMORANDUM_OF_UNDERSTANDING, null, null, first, second);
    }

    public static AgreementData contributionAgreement(
            String currency, String ceiling, Reference donor, Reference administrator) {
        return agreement(AgreementType.CONTRIBUTION_AGREEMENT, currency, new BigDecimal(ceiling), donor, administrator);
    }

    /** Between these, and nobody else. */
    public static AgreementData memorandum(List<AgreementData.Party> parties) {
        return agreement(AgreementType.MEMORANDUM_OF_UNDERSTANDING, null, null, null, null, DAY, null, parties);
    }

    /** Negotiated, beginning and ending on these days. */
    public static AgreementData memorandum(
            @Nullable LocalDate negotiated,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            List<AgreementData.Party> parties) {
        return agreement(
                AgreementType.MEMORANDUM_OF_UNDERSTANDING, null, null, null, negotiated, starts, ends, parties);
    }

    public static AgreementData memorandumUnder(Reference parent, List<AgreementData.Party> parties) {
        return agreement(
                AgreementType.MEMORANDUM_OF_UNDERSTANDING, parent.value(), null, null, null, DAY, null, parties);
    }

    /** Of any type, with what money it has as typed. */
    public static AgreementData agreement(
            AgreementType type,
            @Nullable String currency,
            @Nullable BigDecimal ceiling,
            Reference donor,
            Reference administrator) {
        return agreement(type, null, currency, ceiling, null, DAY, null, parties(donor, administrator));
    }

    private static AgreementData agreement(
            AgreementType type,
            @Nullable String parent,
            @Nullable String currency,
            @Nullable BigDecimal ceiling,
            @Nullable LocalDate negotiated,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            List<AgreementData.Party> parties) {
        return new AgreementData(
                null,
                type,
                name("Agreement"),
                null,
                parent,
                null,
                null,
                currency,
                ceiling,
                negotiated,
                starts,
                ends,
                null,
                null,
                null,
                false,
                parties);
    }

    public static List<AgreementData.Party> parties(Reference donor, Reference administrator) {
        return List.of(party(donor, PartyRole.DONOR), party(administrator, PartyRole.ADMINISTRATOR));
    }

    public static AgreementData.Party party(Reference partner, PartyRole role) {
        return new AgreementData.Party(partner.value(), role, null, null);
    }

    public static ContributionData contribution(Reference donor, @Nullable Reference agreement, String currency) {
        return new ContributionData(
                null,
                name("Purpose"),
                donor.value(),
                agreement == null ? null : agreement.value(),
                Instrument.PROJECT_SPECIFIC,
                null,
                currency,
                List.of("PK"));
    }

    public static EntryData entry(EntryKind kind, String amount) {
        return EntryData.of(kind, amount, DAY, "Note verbale");
    }

    public static EventData webinar() {
        return webinar(List.of(), List.of());
    }

    public static EventData webinar(List<EventData.PartnerPart> partners, List<EventData.Link> links) {
        return webinar(partners, List.of(), links);
    }

    public static EventData webinar(
            List<EventData.PartnerPart> partners, List<EventData.Speaker> speakers, List<EventData.Link> links) {
        return new EventData(
                null,
                null,
                name("Webinar"),
                EventKind.WEBINAR,
                EventMode.VIRTUAL,
                DAY,
                null,
                null,
                null,
                "Europe/Vienna",
                null,
                null,
                null,
                null,
                partners,
                speakers,
                List.of(),
                List.of(),
                links);
    }

    public static SeriesData series() {
        return new SeriesData(null, name("Series"), null, List.of(), List.of(), List.of());
    }

    public static Content file(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return file(name, bytes);
    }

    public static Content file(String name, byte[] bytes) {
        return new Content() {
            @Override
            public String fileName() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    public static EntryData entry(EntryKind kind, String amount, LocalDate day) {
        return new EntryData(kind, new BigDecimal(amount), day, false, null, "Note verbale", "As agreed");
    }

    public static ContributionData contributionBy(Reference donor, Instrument instrument, String currency) {
        return new ContributionData(null, name("Purpose"), donor.value(), null, instrument, null, currency, List.of());
    }

    /** A statement of contributions with these rows below its header. */
    public static Content statement(String... rows) {
        return file("statement.csv", STATEMENT_HEADER + String.join("\n", rows) + "\n");
    }
}

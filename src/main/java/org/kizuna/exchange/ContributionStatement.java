package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.Sector;
import org.kizuna.shared.Text;

/**
 * What the words of a statement of contributions mean: the columns and codes in which the UN system's Chief Executives
 * Board publishes who gave what to whom [CEB financial statistics, revenue by contributor].
 */
final class ContributionStatement {

    static final String FORMAT = "contribution-statement";

    static final String YEAR = "calendar_year";
    static final String DONOR = "donor";
    static final String CATEGORY = "category";
    static final String REVENUE_TYPE = "revenue_type";
    static final String AMOUNT = "amount_usd";

    /** Currency of the figures. */
    static final String CURRENCY = "USD";

    /** What contributions opened by a statement are called. */
    static final Map<Instrument, String> PURPOSES = Map.of(
            Instrument.ASSESSED, "Assessed contributions",
            Instrument.VOLUNTARY_CORE, "Voluntary contributions, not earmarked",
            Instrument.PROJECT_SPECIFIC, "Voluntary contributions, earmarked",
            Instrument.OTHER, "Other revenue");

    private static final Map<String, Instrument> INSTRUMENTS = Map.of(
            "Assessed", Instrument.ASSESSED,
            "Voluntary un-earmarked", Instrument.VOLUNTARY_CORE,
            "Voluntary earmarked", Instrument.PROJECT_SPECIFIC,
            "Other", Instrument.OTHER);

    /** The same in full, as the Chief Executives Board's own tables have it. */
    private static final Map<String, Instrument> IN_FULL = Map.of(
            "Assessed contributions", Instrument.ASSESSED,
            "Voluntary core (un-earmarked) contributions", Instrument.VOLUNTARY_CORE,
            "Voluntary non-core (earmarked) contributions", Instrument.PROJECT_SPECIFIC,
            "Revenue from other activities", Instrument.OTHER);

    private static final Map<String, Instrument> BY_FORM = byForm();

    private static final Map<String, Meaning> CATEGORIES = Map.ofEntries(
            Map.entry("Government", new Meaning(Sector.GOVERNMENT, OrganisationType.GOVERNMENT)),
            Map.entry("European Union", new Meaning(Sector.INTERNATIONAL_ORGANIZATION, OrganisationType.MULTILATERAL)),
            Map.entry(
                    "Multilateral - UN Orgs",
                    new Meaning(Sector.INTERNATIONAL_ORGANIZATION, OrganisationType.MULTILATERAL)),
            Map.entry(
                    "Multilateral - UN Pooled Funds",
                    new Meaning(Sector.INTERNATIONAL_ORGANIZATION, OrganisationType.MULTILATERAL)),
            Map.entry(
                    "Multilateral - Other",
                    new Meaning(Sector.INTERNATIONAL_ORGANIZATION, OrganisationType.MULTILATERAL)),
            Map.entry(
                    "Multilateral - Global Funds",
                    new Meaning(Sector.FINANCIAL_INSTITUTION, OrganisationType.MULTILATERAL)),
            Map.entry("Multilateral - IFIs", new Meaning(Sector.FINANCIAL_INSTITUTION, OrganisationType.MULTILATERAL)),
            Map.entry("Private Sector", new Meaning(Sector.PRIVATE_SECTOR, OrganisationType.PRIVATE_SECTOR)),
            Map.entry(
                    "Public Private Partnership",
                    new Meaning(Sector.PRIVATE_SECTOR, OrganisationType.PUBLIC_PRIVATE_PARTNERSHIP)),
            Map.entry("Foundations", new Meaning(Sector.CIVIL_SOCIETY, OrganisationType.FOUNDATION)),
            Map.entry("Non-Government", new Meaning(Sector.CIVIL_SOCIETY, OrganisationType.INTERNATIONAL_NGO)),
            Map.entry("Academic", new Meaning(Sector.ACADEMIA, OrganisationType.ACADEMIC)),
            // the source names nobody: the money is counted, and belongs to no sector
            Map.entry("Other", new Meaning(null, null)),
            Map.entry("Other Contributors", new Meaning(null, null)),
            Map.entry("No Contributor", new Meaning(null, null)));

    private ContributionStatement() {}

    private static Map<String, Instrument> byForm() {
        Map<String, Instrument> forms = new HashMap<>();
        INSTRUMENTS.forEach((name, instrument) -> forms.put(Text.folded(name), instrument));
        IN_FULL.forEach((name, instrument) -> forms.put(Text.folded(name), instrument));
        return forms;
    }

    static @Nullable Instrument instrument(String revenueType) {
        return BY_FORM.get(Text.folded(revenueType));
    }

    static String knownRevenueTypes() {
        return String.join(", ", INSTRUMENTS.keySet().stream().sorted().toList());
    }

    static @Nullable Meaning category(String category) {
        String form = Text.folded(category);
        return CATEGORIES.entrySet().stream()
                .filter(known -> Text.folded(known.getKey()).equals(form))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What a file may say of a donor's kind, in alphabetical order. */
    static List<String> categories() {
        return CATEGORIES.keySet().stream().sorted().toList();
    }

    static String knownCategories() {
        return String.join(", ", CATEGORIES.keySet().stream().sorted().toList());
    }

    /** A name that stands for several contributors, or for none that is named. */
    static boolean isCollective(String donor, Meaning meaning) {
        return meaning.sector() == null || donor.startsWith("Other ");
    }

    /** Small enough to be money that was given in one year. */
    static boolean isPlausible(BigDecimal figure) {
        return figure.precision() - figure.scale() <= 15;
    }

    /**
     * @param sector null where the category names no kind of organisation
     */
    record Meaning(@Nullable Sector sector, @Nullable OrganisationType type) {}
}

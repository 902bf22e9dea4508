package org.kizuna.page.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;

/** What there is to choose from, everywhere. */
@Named
@RequestScoped
public class Choices {

    @Inject
    private CurrentUser you;

    @Inject
    private Clock clock;

    public List<CountryCode> getCountries() {
        return CountryCode.all(you.getLocale());
    }

    public List<String> getCurrencies() {
        return Currencies.codes(Time.today(clock));
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    /** In whose days lists and exports are asked for. */
    public String getOrganisationZone() {
        return Time.zone().equals(java.time.ZoneOffset.UTC)
                ? "UTC"
                : Time.zone().getId();
    }

    public List<String> getLanguages() {
        return Words.LANGUAGES.stream().map(java.util.Locale::getLanguage).toList();
    }
}

package org.kizuna.history.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.kizuna.history.CodedFields;
import org.kizuna.shared.Codelists;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /codelists}: the codes that records speak in, and what they are called in the language that is asked for. */
@Path("/codelists")
@Produces(MediaType.APPLICATION_JSON)
public class CodelistResource {

    private static final String COUNTRY = "Country";
    private static final String CURRENCY = "Currency";

    @Inject
    private CodedFields coded;

    @Inject
    @Any
    private Instance<Codelists> others;

    @Inject
    private Clock clock;

    /** Names of the lists. */
    @GET
    public ListAnswer<String> names() {
        TreeSet<String> names = new TreeSet<>(coded.lists().keySet());
        names.addAll(List.of(COUNTRY, CURRENCY));
        others.forEach(lists -> names.addAll(lists.names()));
        return new ListAnswer<>(List.copyOf(names), null);
    }

    /** One list; currencies that ended stand last, and are called by their codes. */
    @GET
    @Path("/{name}")
    public ListAnswer<Code> codes(@PathParam("name") String name, @Context HttpHeaders headers) {
        Locale language = Words.closest(headers.getAcceptableLanguages().get(0));
        return new ListAnswer<>(
                switch (name) {
                    case COUNTRY ->
                        CountryCode.all(language).stream()
                                .map(country -> new Code(country.value(), country.name(language)))
                                .toList();
                    case CURRENCY ->
                        Currencies.codes(Time.today(clock)).stream()
                                .map(code -> new Code(code, code))
                                .toList();
                    default -> listed(name, language);
                },
                null);
    }

    private List<Code> listed(String name, Locale language) {
        return others.stream()
                .filter(lists -> lists.names().contains(name))
                .findFirst()
                .map(lists -> lists.codes(name, language).entrySet().stream()
                        .map(code -> new Code(code.getKey(), code.getValue()))
                        .toList())
                .orElseGet(() -> enumerated(name, language));
    }

    private List<Code> enumerated(String name, Locale language) {
        List<String> codes = coded.lists().get(name);
        if (codes == null) {
            throw new NoSuchRecord("Codelist", name);
        }
        return codes.stream()
                .map(code -> {
                    String key = name + "." + code;
                    return new Code(code, Words.has(language, key) ? Words.text(language, key) : code);
                })
                .toList();
    }

    /** One code and what it is called. */
    public record Code(String code, String label) {}
}

package org.kizuna.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Figures of the dashboard that a dump notes, so that a later version can be asked whether it says the same. */
final class DumpedFigures {

    static final List<String> PATHS = List.of(
            "/api/v1/dashboard/donors?from=2013&to=2026&currency=USD",
            "/api/v1/dashboard/donors?from=2013&to=2026&currency=EUR");

    private DumpedFigures() {}

    /** One row, as a text that only its figures alter. */
    static String of(JsonNode row) {
        return String.join(
                " ",
                row.get("donor").asText(),
                row.get("year").asText(),
                row.get("instrument").asText(),
                row.get("pledged").asText(),
                row.get("committed").asText(),
                received(row).toPlainString(),
                row.get("currency").asText(),
                row.get("notConvertible").asText());
    }

    /** Confirmed or not: what was recorded as received. */
    private static BigDecimal received(JsonNode row) {
        JsonNode unconfirmed = row.path("unconfirmed");
        BigDecimal confirmed = new BigDecimal(row.get("received").asText());
        return unconfirmed.isMissingNode() ? confirmed : confirmed.add(new BigDecimal(unconfirmed.asText()));
    }
}

package org.kizuna.installation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.kizuna.rate.ExchangeRates;

/** The rates of exchange that sample figures are converted with. */
@ApplicationScoped
class SampleRates {

    private static final String SOURCE = "US Federal Reserve, average of the month";

    @Inject
    private ExchangeRates rates;

    void load() throws IOException {
        List<ExchangeRates.Published> published = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(Samples.resource("exchange-rates.csv").open())) {
            for (NamedCsvRecord row : rows) {
                published.add(new ExchangeRates.Published(
                        row.getField("currency"),
                        YearMonth.parse(row.getField("month")).atDay(1),
                        new BigDecimal(row.getField("per_usd")),
                        SOURCE));
            }
        }
        rates.publish(published);
    }
}

package org.kizuna.bench.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;
import org.kizuna.bench.Size;

/**
 * A GET of REST with its floor, as {@code rest-reads.sql} has it.
 *
 * @param operation path of the description of REST
 * @param path what is asked, with places for records
 * @param floor statements, with places for the records' ids
 */
record RestRead(String user, String operation, String path, List<String> floor) {

    private static final String FILE = "/bench/rest-reads.sql";
    private static final Pattern READ = Pattern.compile("-- (\\w+) GET (\\S+) as (\\S+)");
    private static final Pattern ELSEWHERE = Pattern.compile("-- not here GET (\\S+): .+");

    /** In the order of the file. */
    static List<RestRead> all() throws IOException {
        List<RestRead> reads = new ArrayList<>();
        for (String line : lines()) {
            Matcher read = READ.matcher(line);
            if (read.matches()) {
                reads.add(new RestRead(read.group(1), read.group(2), read.group(3), new ArrayList<>()));
            } else if (line.endsWith(";")) {
                reads.get(reads.size() - 1).floor().add(line.substring(0, line.length() - 1));
            }
        }
        return reads;
    }

    /** Operations that the file says something of. */
    static Set<String> operations() throws IOException {
        Set<String> named = new TreeSet<>();
        all().forEach(read -> named.add(read.operation()));
        for (String line : lines()) {
            Matcher elsewhere = ELSEWHERE.matcher(line);
            if (elsewhere.matches()) {
                named.add(elsewhere.group(1));
            }
        }
        return named;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(RestRead.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Records of one round, by the place in a path or a statement. */
    record Numbers(Map<String, String> places) {

        static Numbers of(Size size, int round) {
            Map<String, String> places = new LinkedHashMap<>();
            put(places, "P", number(round, size.partners()));
            put(places, "A", number(round, size.agreements()));
            put(places, "C", number(round, size.contributions()));
            put(places, "E", number(round, size.entries()));
            put(places, "EV", number(round, size.events()));
            return new Numbers(places);
        }

        private static void put(Map<String, String> places, String prefix, int number) {
            places.put("{" + prefix + "}", Site.reference(prefix, number));
            places.put("{" + prefix.toLowerCase(Locale.ROOT) + "}", Integer.toString(number));
        }

        private static int number(int round, int count) {
            return Read.number(round, count);
        }

        String in(String text) {
            String filled = text;
            for (Map.Entry<String, String> place : places.entrySet()) {
                filled = filled.replace(place.getKey(), place.getValue());
            }
            return filled;
        }

        List<String> in(List<String> statements) {
            return statements.stream().map(this::in).toList();
        }
    }
}

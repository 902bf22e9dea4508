package org.kizuna.bench.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Visitor;

/** Bytes on the wire of the main pages: at the first visit with all they need, and afterwards the page alone. */
public final class PageWeight implements Job {

    private static final Pattern RESOURCE = Pattern.compile("(?:src|href)=\"(/jakarta.faces.resource/[^\"]+)\"");
    private static final double KILO = 1000;

    @Override
    public String name() {
        return "weight of pages";
    }

    @Override
    public Turn turn() {
        return Turn.READS;
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor officer = site.as("officer");
        Map<String, String> pages = new TreeMap<>(Map.of(
                "today",
                "/",
                "partner list",
                "/partner/list",
                "partner",
                "/partner/view?ref=" + Site.reference("P", 3),
                "agreement",
                "/agreement/view?ref=" + Site.reference("A", 3),
                "agreement, editing",
                "/agreement/edit?ref=" + Site.reference("A", 3),
                "dashboard",
                "/dashboard/donors"));
        List<Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            int alone = officer.weight(page.getValue());
            int all = alone;
            for (String resource : resources(officer.get(page.getValue()))) {
                all += officer.weight(resource);
            }
            String name = "weight of pages: " + page.getKey();
            outcomes.add(Outcome.atMost(name + ", first visit", all / KILO, 300, "kB"));
            outcomes.add(Outcome.atMost(name + ", afterwards", alone / KILO, 40, "kB"));
        }
        return outcomes;
    }

    private static Set<String> resources(String page) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = RESOURCE.matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found;
    }
}

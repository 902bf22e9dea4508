package org.kizuna.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the pages declare: the steps they offer, the actions they name, and what their inputs are bound to. */
public final class PageSteps {

    private static final Pattern CALL = Pattern.compile("#\\{(\\w+)\\.(\\w+)(\\(.*\\))?}");
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern ACTION = Pattern.compile("k:(?:may|whoMay)\\('([^']+)'\\)");

    /** An action as it is, or as one of two that an expression chooses from. */
    private static final Pattern NAMED = Pattern.compile("\\b[A-Z]\\w+\\.\\w+");

    /** Rows of a form come and go; nothing is recorded by that. */
    private static final Pattern ROWS = Pattern.compile("add[A-Z]\\w*|remove");

    private static final Set<String> COMMANDS = Set.of("p:commandButton", "p:commandLink");
    private static final Set<String> INPUTS = Set.of(
            "k:text",
            "k:date",
            "k:choice",
            "k:pick",
            "p:inputText",
            "p:inputTextarea",
            "p:password",
            "p:autoComplete",
            "h:selectOneMenu",
            "h:selectManyCheckbox",
            "h:selectBooleanCheckbox",
            "h:inputFile");

    private final Map<Path, Document> pages = new TreeMap<>();

    private PageSteps() {}

    /** @param home the project's folder */
    public static PageSteps of(Path home) {
        PageSteps all = new PageSteps();
        try (Stream<Path> files = Files.walk(home.resolve("src/main/webapp"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                all.pages.put(
                        file,
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(file.toFile()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every step by what is called, as {@code agreementView.clear}, with the pages that offer it. */
    public Map<String, Set<String>> steps() {
        Map<String, Set<String>> steps = new TreeMap<>();
        pages.forEach((file, page) -> elements(page).forEach(element -> {
            String step = step(element);
            if (step != null
                    && !ROWS.matcher(step.substring(step.indexOf('.') + 1)).matches()) {
                steps.computeIfAbsent(step, name -> new TreeSet<>())
                        .add(file.getFileName().toString());
            }
        }));
        return steps;
    }

    private static @Nullable String step(Element element) {
        String bean = matched(BEAN, element.getAttribute("bean"));
        boolean ofSteps = element.getAttribute("steps").equals("#{true}");
        Matcher call = CALL.matcher(element.getAttribute("action"));
        return switch (element.getTagName()) {
            case "k:step", "k:save" ->
                bean == null || element.getAttribute("method").startsWith("#{")
                        ? null
                        : bean + "."
                                + (element.getAttribute("method").isEmpty() ? "save" : element.getAttribute("method"));
            case "k:conflict" -> bean == null || ofSteps ? null : bean + ".saveOver";
            default ->
                COMMANDS.contains(element.getTagName())
                                && call.matches()
                                && !call.group(1).equals("bean")
                                && !call.group(1).equals("rows")
                        ? call.group(1) + "." + call.group(2)
                        : null;
        };
    }

    /** Every register's action that a page names, as {@code AgreementRegister.clear}. */
    public Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        pages.values().forEach(page -> elements(page).forEach(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Matcher action = ACTION.matcher(element.getAttributes().item(i).getNodeValue());
                while (action.find()) {
                    actions.add(action.group(1));
                }
            }
            actions.addAll(stepActions(element));
        }));
        return actions;
    }

    /** The actions of {@code k:step}. */
    public Set<String> stepActions() {
        Set<String> actions = new TreeSet<>();
        pages.values().forEach(page -> elements(page).forEach(element -> actions.addAll(stepActions(element))));
        return actions;
    }

    private static Set<String> stepActions(Element element) {
        String action = element.getAttribute("action");
        Set<String> actions = new TreeSet<>();
        if (element.getTagName().equals("k:step")) {
            Matcher named = NAMED.matcher(action);
            while (named.find()) {
                actions.add(named.group());
            }
        }
        return actions;
    }

    /** Names of the variables and parameters of each page. */
    public Map<String, Set<String>> variables() {
        Map<String, Set<String>> variables = new TreeMap<>();
        pages.forEach((file, page) -> {
            Set<String> names = new TreeSet<>();
            for (Element element : elements(page)) {
                names.add(element.getAttribute("var"));
                names.add(element.getTagName().equals("ui:param") ? element.getAttribute("name") : "");
            }
            names.remove("");
            variables.put(file.toString(), names);
        });
        return variables;
    }

    /** What inputs are bound to, page by page, an entry for each input; those of rows have a variable of their own. */
    public Map<String, List<String>> bindings() {
        Map<String, List<String>> bindings = new TreeMap<>();
        pages.forEach((file, page) -> {
            List<String> bound = new ArrayList<>();
            elements(page).stream()
                    .filter(element -> INPUTS.contains(element.getTagName()))
                    .map(element -> element.getAttribute("value"))
                    .filter(value -> value.contains(".") && !value.startsWith("#{row."))
                    .forEach(bound::add);
            bindings.put(file.toString(), bound);
        });
        return bindings;
    }

    private static @Nullable String matched(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.matches() ? match.group(1) : null;
    }

    private static List<Element> elements(Document page) {
        NodeList found = page.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}

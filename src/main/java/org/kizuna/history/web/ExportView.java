package org.kizuna.history.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.Subject;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.Problems;
import org.omnifaces.util.Faces;

/** What part of history an auditor wants to take home, and as what file. */
@Named
@ViewScoped
public class ExportView implements Serializable {

    @Inject
    private transient RecordDirectory directory;

    @Inject
    private transient ProofQueries proofs;

    /** The record chosen, by the parameter of its subject. */
    private final Map<String, @Nullable SearchHit> chosen = new LinkedHashMap<>();

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable LocalDate knownOn;
    private @Nullable LocalDate standingOn;
    private String format = "csv";

    public void load() {
        for (Subject subject : Subject.all()) {
            chosen.put(subject.parameter(), named(subject.kind(), Faces.getRequestParameter(subject.parameter())));
        }
    }

    private @Nullable SearchHit named(String kind, @Nullable String reference) {
        return reference == null
                ? null
                : directory
                        .find(kind, reference)
                        .map(record -> directory.named(List.of(record)).get(record))
                        .orElse(null);
    }

    public void export() {
        Problems problems = new Problems();
        problems.inOrder("to", from, to);
        named().stream().skip(1).forEach(subject -> problems.add(subject.parameter(), "oneCooperation"));
        if (knownOn != null && proofs.headOn(knownOn).isEmpty()) {
            problems.add("knownOn", "nothingSealed");
        }
        if (!"dossier".equals(format)) {
            named().stream()
                    .filter(Subject::moneyAlone)
                    .forEach(subject -> problems.add(subject.parameter(), "onlyInDossier"));
            onlyInDossier(problems, "knownOn", knownOn);
            onlyInDossier(problems, "standingOn", standingOn);
        }
        problems.refuse();
        StringBuilder address = new StringBuilder("/history/download?format=").append(format);
        named().forEach(subject -> append(
                address,
                subject.parameter(),
                Objects.requireNonNull(chosen.get(subject.parameter())).reference()));
        append(address, "from", from);
        append(address, "to", to);
        append(address, "knownOn", knownOn);
        append(address, "standingOn", standingOn);
        Faces.redirect(address.toString());
    }

    private static void onlyInDossier(Problems problems, String field, @Nullable Object value) {
        if (value != null) {
            problems.add(field, "onlyInDossier");
        }
    }

    /** What was chosen to be asked around. */
    private List<Subject> named() {
        return Subject.all().stream()
                .filter(subject -> chosen.get(subject.parameter()) != null)
                .toList();
    }

    public List<Subject> getSubjects() {
        return Subject.all();
    }

    public Map<String, @Nullable SearchHit> getChosen() {
        return chosen;
    }

    private static void append(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** The newest signed head; none until something was sealed. */
    public @Nullable TreeHead getHead() {
        return proofs.heads(null, 1).stream().findFirst().orElse(null);
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate day) {
        from = day;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate day) {
        to = day;
    }

    public @Nullable LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(@Nullable LocalDate day) {
        knownOn = day;
    }

    public @Nullable LocalDate getStandingOn() {
        return standingOn;
    }

    public void setStandingOn(@Nullable LocalDate day) {
        standingOn = day;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String name) {
        format = name;
    }
}

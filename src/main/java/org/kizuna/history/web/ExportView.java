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
import org.jspecify.annotations.Nullable;
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

    private @Nullable SearchHit partner;
    private @Nullable SearchHit agreement;
    private @Nullable SearchHit event;
    private @Nullable SearchHit donor;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable LocalDate knownOn;
    private @Nullable LocalDate standingOn;
    private String format = "csv";

    public void load() {
        partner = named("Partner", Faces.getRequestParameter("partner"));
        agreement = named("Agreement", Faces.getRequestParameter("agreement"));
        event = named("IsidEvent", Faces.getRequestParameter("event"));
        donor = named("Partner", Faces.getRequestParameter("donor"));
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
        chosen().keySet().stream().skip(1).forEach(field -> problems.add(field, "oneCooperation"));
        if (knownOn != null && proofs.headOn(knownOn).isEmpty()) {
            problems.add("knownOn", "nothingSealed");
        }
        if (!"dossier".equals(format)) {
            onlyInDossier(problems, "donor", donor);
            onlyInDossier(problems, "knownOn", knownOn);
            onlyInDossier(problems, "standingOn", standingOn);
        }
        problems.refuse();
        StringBuilder address = new StringBuilder("/history/download?format=").append(format);
        chosen().forEach((name, hit) -> append(address, name, hit.reference()));
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

    /** By the name of the field. */
    private Map<String, SearchHit> chosen() {
        Map<String, SearchHit> chosen = new LinkedHashMap<>();
        choose(chosen, "partner", partner);
        choose(chosen, "agreement", agreement);
        choose(chosen, "event", event);
        choose(chosen, "donor", donor);
        return chosen;
    }

    private static void choose(Map<String, SearchHit> chosen, String name, @Nullable SearchHit hit) {
        if (hit != null) {
            chosen.put(name, hit);
        }
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

    public @Nullable SearchHit getPartner() {
        return partner;
    }

    public void setPartner(@Nullable SearchHit hit) {
        partner = hit;
    }

    public @Nullable SearchHit getAgreement() {
        return agreement;
    }

    public void setAgreement(@Nullable SearchHit hit) {
        agreement = hit;
    }

    public @Nullable SearchHit getEvent() {
        return event;
    }

    public void setEvent(@Nullable SearchHit hit) {
        event = hit;
    }

    public @Nullable SearchHit getDonor() {
        return donor;
    }

    public void setDonor(@Nullable SearchHit hit) {
        donor = hit;
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

package org.kizuna.history.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String format = "csv";

    public void load() {
        partner = named("Partner", Faces.getRequestParameter("partner"));
        agreement = named("Agreement", Faces.getRequestParameter("agreement"));
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
        if (partner != null && agreement != null) {
            problems.add("agreement", "oneCooperation");
        }
        problems.refuse();
        StringBuilder address = new StringBuilder("/history/download?format=").append(format);
        append(address, "partner", partner == null ? null : partner.reference());
        append(address, "agreement", agreement == null ? null : agreement.reference());
        append(address, "from", from);
        append(address, "to", to);
        Faces.redirect(address.toString());
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

    public String getFormat() {
        return format;
    }

    public void setFormat(String name) {
        format = name;
    }
}

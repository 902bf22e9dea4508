package org.kizuna.exchange.web;

import com.ibm.icu.util.Currency;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.ExchangeFeature;
import org.kizuna.exchange.Finding;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.exchange.ImportStatus;
import org.kizuna.exchange.Preview;
import org.kizuna.exchange.Reading;
import org.kizuna.exchange.StatementRow;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.ledger.ReversalRow;
import org.kizuna.lifecycle.web.StepInputs;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.page.web.Told;
import org.kizuna.search.KnownName;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Money;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Words;
import org.kizuna.shared.Work;
import org.omnifaces.util.Faces;

/** One import: what entering it would do, row by row, and entering it. */
@Named
@ViewScoped
public class ImportView implements Serializable {

    private static final int ROWS = 100;

    /** More names are asked about when these are answered. */
    private static final int MOST_ASKED = 100;

    /** The answer that a name stands for nobody who is known. */
    private static final String ANOTHER = "-";

    @Inject
    private transient ImportQueries queries;

    @Inject
    private transient ImportRegister imports;

    @Inject
    private transient EntryQueries entries;

    @Inject
    private transient LedgerRegister ledger;

    @Inject
    private transient ReversalRegister reversals;

    @Inject
    private transient CurrentUser you;

    private String ref = "";
    private long version;
    private String show = "";
    private int page;
    private boolean enterable;
    private boolean offered;
    private boolean awaiting;
    private final StepInputs asked = new StepInputs();
    private boolean standing;
    private ArrayList<ReversalRow> takingBack = new ArrayList<>();
    private boolean asksForStyle;
    private boolean leavable;
    private String linesWithErrors = "";
    private ArrayList<LikelyDonor> likely = new ArrayList<>();
    private final Map<String, String> donors = new HashMap<>();
    private AmountText.@Nullable Style style;
    private transient @Nullable ImportRow batch;
    private transient @Nullable Preview preview;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        version = getBatch().version();
        show = Faces.getRequestParameter("show") == null ? "" : String.valueOf(Faces.getRequestParameter("show"));
        String number = String.valueOf(Faces.getRequestParameter("page"));
        page = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
        Preview found = getPreview();
        enterable = found != null && found.canBeEntered();
        offered = isOpen();
        awaiting = isUnconfirmed();
        standing = getBatch().status() == ImportStatus.ENTERED;
        takingBack.addAll(standing ? entries.askedReversal(ref) : List.of());
        if (found != null) {
            asksForStyle = found.asksForStyle();
            linesWithErrors = found.linesWithErrors();
            leavable = found.problem() == null && found.errors() > 0 && !found.leavesOut();
            found.likely().entrySet().stream()
                    .limit(MOST_ASKED)
                    .forEach(entry -> likely.add(LikelyDonor.of(entry.getKey(), entry.getValue())));
            likely.forEach(donor -> donors.put(donor.name(), donor.reference()));
        }
    }

    /** Whether it was open when the page was shown: a step that somebody overtook is refused, and not passed over. */
    public boolean isOffered() {
        return offered;
    }

    /** Whether receipts waited when the page was shown. */
    public boolean isAwaiting() {
        return awaiting;
    }

    /** Kept from when the page was shown: entering looks at every row again by itself. */
    public boolean isEnterable() {
        return enterable;
    }

    public ImportRow getBatch() {
        if (batch == null) {
            batch = queries.find(ref).orElseThrow(() -> new NoSuchRecord(ExchangeFeature.IMPORT, ref));
        }
        return batch;
    }

    public boolean isOpen() {
        return getBatch().status() == ImportStatus.PREVIEW;
    }

    /** What entering it would do; nothing once it is entered or discarded. */
    public @Nullable Preview getPreview() {
        if (preview == null && isOpen()) {
            preview = queries.preview(getBatch());
        }
        return preview;
    }

    private List<StatementRow> matching() {
        Preview found = getPreview();
        if (found == null) {
            return List.of();
        }
        return switch (show) {
            case "errors" ->
                found.rows().stream().filter(StatementRow::hasErrors).toList();
            case "findings" ->
                found.rows().stream()
                        .filter(row -> row.hasErrors() || row.has(Finding.Severity.WARNING))
                        .toList();
            default -> found.rows();
        };
    }

    /** The rows on this page of the preview. */
    public List<StatementRow> getRows() {
        List<StatementRow> all = matching();
        int from = Math.min(all.size(), page * ROWS);
        return all.subList(from, Math.min(all.size(), from + ROWS));
    }

    public @Nullable Integer getPreviousPage() {
        return page > 0 ? page - 1 : null;
    }

    public @Nullable Integer getNextPage() {
        return (page + 1) * ROWS < matching().size() ? page + 1 : null;
    }

    public String text(Finding finding) {
        Locale language = you.getLocale();
        return Words.text(language, finding.key(), finding.arguments());
    }

    public Map<Integer, BigDecimal> getTotals() {
        Preview found = getPreview();
        return found == null ? Map.of() : found.totals();
    }

    public Money rounded(BigDecimal figure) {
        return Money.rounded(figure, Currency.getInstance("USD"));
    }

    public void enter() {
        Channel.IMPORT.during(() -> {
            imports.enter(new Reference(ref), version);
            return true;
        });
        Told.andGo("ImportRegister.enter", "/exchange/view?ref=%s", ref);
    }

    /** What somebody says about what the file leaves open. */
    public void answer() {
        Map<String, String> said = new HashMap<>();
        donors.forEach((name, partner) -> {
            if (partner != null && !partner.isEmpty()) {
                said.put(KnownName.form(name), partner.equals(ANOTHER) ? "" : partner);
            }
        });
        Reading reading = queries.reading(getBatch());
        imports.read(
                new Reference(ref), version, reading.knowing(said).styled(style == null ? reading.style() : style));
        Faces.redirect("/exchange/view?ref=%s", ref);
    }

    public void leaveOut() {
        imports.leaveOut(new Reference(ref), version, linesWithErrors, you.getLocale());
        Faces.redirect("/exchange/view?ref=%s", ref);
    }

    public void takeBack() {
        told(
                "ReversalRegister.ofBatch",
                () -> imports.takeBack(
                        new Reference(ref), version, asked.get("takeBack").getReason()));
    }

    public void agreeOnReceipts() {
        told("ImportRegister.agreeOnReceipts", () -> imports.agreeOnReceipts(new Reference(ref), version));
    }

    public void agreeOnRefunds() {
        told("ImportRegister.agreeOnRefunds", () -> imports.agreeOnRefunds(new Reference(ref), version));
    }

    /** What is told is another thing where others have still to agree. */
    private void told(String waits, Work<Boolean, RuntimeException> takingBack) {
        boolean taken = Channel.IMPORT.during(takingBack);
        Told.andGo(taken ? "ImportRegister.takeBack" : waits, "/exchange/view?ref=%s", ref);
    }

    public void keep() {
        reversals.declineOfBatch(ref, asked.get("keep").getReason());
        Told.andGo("ReversalRegister.declineOfBatch", "/exchange/view?ref=%s", ref);
    }

    public boolean isStanding() {
        return standing;
    }

    /** Who asks to take it back, and whose word is still awaited, as the page was shown. */
    public List<ReversalRow> getTakingBack() {
        return takingBack;
    }

    public boolean isAwaited(String role) {
        return takingBack.stream().anyMatch(request -> role.equals(request.answerer()));
    }

    /** Names that may stand for known partners. */
    public List<LikelyDonor> getLikely() {
        return likely;
    }

    /** Whether it is a table whose columns, or another of whose sheets, can be chosen. */
    public boolean isMatchable() {
        Preview found = getPreview();
        return found != null
                && (!found.heads().isEmpty() || !queries.sheets(getBatch()).isEmpty());
    }

    public boolean isAsksForStyle() {
        return asksForStyle;
    }

    /** Whether there are rows with errors that nobody has left out yet. */
    public boolean isLeavable() {
        return leavable;
    }

    public Map<String, String> getDonors() {
        return donors;
    }

    public String getAnother() {
        return ANOTHER;
    }

    public AmountText.@Nullable Style getStyle() {
        return style;
    }

    public void setStyle(AmountText.@Nullable Style chosen) {
        style = chosen;
    }

    public void discard() {
        imports.discard(new Reference(ref), version);
        Told.andGo("ImportRegister.discard", "/exchange/list");
    }

    /** Whether receipts of this import wait for somebody to confirm them. */
    private boolean isUnconfirmed() {
        EntryCriteria waiting =
                new EntryCriteria(null, null, null, null, null, null, null, null, null, null, ref, true);
        return getBatch().status() == ImportStatus.ENTERED
                && entries.count(waiting).number() > 0;
    }

    /** How many refunds the file tells of that an approver has still to enter. */
    public int getStatedRefunds() {
        return entries.statedRefunds().getOrDefault(ref, 0);
    }

    public void enterRefunds() {
        Channel.IMPORT.during(() -> {
            ledger.enterStatedRefunds(ref, asked.get("enterRefunds").getReason());
            return true;
        });
        Told.andGo("ContributionRegister.enterStatedRefunds", "/exchange/view?ref=%s", ref);
    }

    /** What each step asks. */
    public StepInputs getAsked() {
        return asked;
    }

    public void confirm() {
        ledger.confirmBatch(ref);
        Told.andGo("ContributionRegister.confirmBatch", "/exchange/view?ref=%s", ref);
    }

    public String getShow() {
        return show;
    }

    /** A name in the file, and the partner it may stand for. */
    public record LikelyDonor(String name, String legalName, String reference) implements Serializable {

        /** Whether it is another name of the file, and no partner yet. */
        public boolean isInFile() {
            return !Reference.isValid(reference);
        }

        static LikelyDonor of(String name, Finding finding) {
            return new LikelyDonor(
                    name,
                    finding.arguments().get(0).toString(),
                    finding.arguments().get(1).toString());
        }
    }
}

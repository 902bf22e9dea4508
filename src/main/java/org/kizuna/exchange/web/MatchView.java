package org.kizuna.exchange.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.ColumnMatch;
import org.kizuna.exchange.ExchangeFeature;
import org.kizuna.exchange.ImportColumns;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.exchange.Reading;
import org.kizuna.exchange.StatementColumn;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** Says which columns of a file are which, once for all files that call them so. */
@Named
@ViewScoped
public class MatchView implements Serializable {

    @Inject
    private transient ImportQueries queries;

    @Inject
    private transient ImportRegister imports;

    private String ref = "";
    private long version;
    private int sheet;
    private List<String> sheets = List.of();
    private Map<String, String> heads = new LinkedHashMap<>();
    private Map<StatementColumn, String> columns = new EnumMap<>(StatementColumn.class);
    private @Nullable String category;
    private @Nullable String filterColumn;
    private @Nullable String filterValue;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        ImportRow batch = batch();
        version = batch.version();
        Reading reading = queries.reading(batch);
        sheets = queries.sheets(batch);
        String asked = String.valueOf(Faces.getRequestParameter("sheet"));
        sheet = asked.matches("\\d{1,2}") && Integer.parseInt(asked) < Math.max(1, sheets.size())
                ? Integer.parseInt(asked)
                : reading.sheet();
        heads = queries.heads(batch, sheet);
        for (StatementColumn column : StatementColumn.values()) {
            String head = reading.columns().getOrDefault(column, ImportColumns.likely(column, heads.keySet()));
            columns.put(column, head);
        }
        category = reading.category();
        filterColumn = reading.filterColumn();
        filterValue = reading.filterValue();
    }

    private ImportRow batch() {
        return queries.find(ref).orElseThrow(() -> new NoSuchRecord(ExchangeFeature.IMPORT, ref));
    }

    public void save() {
        ColumnMatch match = new ColumnMatch(sheet, columns, category, filterColumn, filterValue);
        imports.read(new Reference(ref), version, match.reading());
        Faces.redirect("/exchange/view?ref=%s", ref);
    }

    public StatementColumn[] getAll() {
        return StatementColumn.values();
    }

    public List<String> getCategories() {
        return ImportColumns.categories();
    }

    public Map<String, String> getHeads() {
        return heads;
    }

    public Map<StatementColumn, String> getColumns() {
        return columns;
    }

    public List<String> getSheets() {
        return sheets;
    }

    public int getSheet() {
        return sheet;
    }

    public String getRef() {
        return ref;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String text) {
        category = text;
    }

    public @Nullable String getFilterColumn() {
        return filterColumn;
    }

    public void setFilterColumn(@Nullable String text) {
        filterColumn = text;
    }

    public @Nullable String getFilterValue() {
        return filterValue;
    }

    public void setFilterValue(@Nullable String text) {
        filterValue = text;
    }
}

package org.kizuna.exchange;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.Serializable;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.AmountText;

/**
 * How a file is to be read, as somebody said who looked at it.
 *
 * @param sheet of a workbook, counted from 0
 * @param columns by {@link StatementColumn}, the forms of the heads that the file's columns have; none where they are ours
 * @param category of every row, where no column tells it
 * @param filterColumn form of the head whose column tells which rows are ours
 * @param filterValue what that column says in rows that are ours
 * @param style which sign stands before the decimals of its figures, where it was asked for
 * @param donors by the form of the name in the file, the reference of the partner it stands for; empty where it is one that
 *     is not known yet
 * @param leftOut how many rows are left out, which can't be entered as they are
 * @param leftOutLines on which lines they stand, as {@link Lines}; empty where it is not known, as before lines were kept
 */
public record Reading(
        int sheet,
        Map<StatementColumn, String> columns,
        @Nullable String category,
        @Nullable String filterColumn,
        @Nullable String filterValue,
        AmountText.@Nullable Style style,
        Map<String, String> donors,
        long leftOut,
        String leftOutLines)
        implements Serializable {

    /** A file as ours are. */
    public static final Reading USUAL = new Reading(0, Map.of(), null, null, null, null, Map.of(), 0, "");

    /** The same columns of another file. */
    Reading columnsAlone() {
        return new Reading(0, columns, category, filterColumn, filterValue, null, Map.of(), 0, "");
    }

    public Reading styled(AmountText.@Nullable Style known) {
        return new Reading(sheet, columns, category, filterColumn, filterValue, known, donors, 0, "");
    }

    public Reading knowing(Map<String, String> known) {
        Map<String, String> all = new TreeMap<>(donors);
        all.putAll(known);
        return new Reading(sheet, columns, category, filterColumn, filterValue, style, all, 0, "");
    }

    Reading without(Preview preview) {
        return new Reading(
                sheet,
                columns,
                category,
                filterColumn,
                filterValue,
                style,
                donors,
                preview.errors(),
                preview.linesWithErrors());
    }

    /** As JSON, members in alphabetical order. */
    String text() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        text(json, "category", category);
        json.add("columns", map(columns));
        json.add("donors", map(donors));
        text(json, "filterColumn", filterColumn);
        text(json, "filterValue", filterValue);
        json.add("leftOut", leftOut);
        text(json, "leftOutLines", leftOutLines.isEmpty() ? null : leftOutLines);
        json.add("sheet", sheet);
        text(json, "style", style == null ? null : style.name());
        return json.build().toString();
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static JsonObjectBuilder map(Map<?, String> map) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(map).forEach((key, value) -> json.add(key.toString(), value));
        return json;
    }

    static Reading of(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<StatementColumn, String> columns = new TreeMap<>();
            json.getJsonObject("columns")
                    .forEach((column, head) ->
                            columns.put(StatementColumn.valueOf(column), ((jakarta.json.JsonString) head).getString()));
            Map<String, String> donors = new TreeMap<>();
            json.getJsonObject("donors")
                    .forEach((name, partner) -> donors.put(name, ((jakarta.json.JsonString) partner).getString()));
            String style = json.getString("style", null);
            return new Reading(
                    json.getInt("sheet"),
                    columns,
                    json.getString("category", null),
                    json.getString("filterColumn", null),
                    json.getString("filterValue", null),
                    style == null ? null : AmountText.Style.valueOf(style),
                    donors,
                    json.getInt("leftOut"),
                    json.getString("leftOutLines", ""));
        }
    }
}

package org.kizuna.exchange;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;

/**
 * Which columns of a file are which, as somebody says who looked at it.
 *
 * @param sheet of a workbook, counted from 0
 * @param columns the forms of the heads that the file's columns have; empty where none was chosen
 * @param category of every row, where no column tells it
 * @param filterColumn form of the head whose column tells which rows are ours
 * @param filterValue what that column says in rows that are ours
 */
public record ColumnMatch(
        int sheet,
        Map<StatementColumn, String> columns,
        @Nullable String category,
        @Nullable String filterColumn,
        @Nullable String filterValue) {

    private static final int LONGEST = 250;

    /** @throws org.kizuna.shared.InvalidInput when something that every statement says is in no column */
    public Reading reading() {
        Problems problems = new Problems();
        Map<StatementColumn, String> chosen = new EnumMap<>(StatementColumn.class);
        columns.forEach((column, head) -> {
            if (head != null && !head.isEmpty()) {
                chosen.put(column, head);
            } else if (column != StatementColumn.CATEGORY) {
                problems.required(column.name(), (Object) null);
            }
        });
        boolean told = chosen.containsKey(StatementColumn.CATEGORY);
        String constant = told ? null : problems.optional("category", category, LONGEST);
        if (constant == null && !told) {
            problems.required("category", (Object) null);
        }
        String filter = Problems.clean(filterColumn);
        String value = problems.optional("filterValue", filterValue, LONGEST);
        if (filter != null && value == null) {
            problems.required("filterValue", (Object) null);
        }
        problems.refuse();
        return new Reading(sheet, chosen, constant, filter, filter == null ? null : value, null, Map.of(), 0, "");
    }
}

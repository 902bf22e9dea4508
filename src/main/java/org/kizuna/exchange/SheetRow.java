package org.kizuna.exchange;

import java.util.List;

/**
 * A row of a file as it is written there.
 *
 * @param line line of the file, or row of the sheet, on which it begins, counted from 1
 */
record SheetRow(long line, List<String> cells) {

    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** How many of its cells say something. */
    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** What its cells say, one after the other. */
    String text() {
        return String.join(" ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
    }
}

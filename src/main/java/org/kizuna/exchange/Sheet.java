package org.kizuna.exchange;

import java.util.List;

/** A table of a file: the file itself, or one of a workbook's sheets. */
record Sheet(String name, List<SheetRow> rows) {}

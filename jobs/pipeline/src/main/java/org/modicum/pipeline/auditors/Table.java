package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table: on a page, in a CSV file of its name, and in the JSON.
 *
 * @param name of the file, without its end
 * @param caption what its rows are
 * @param shown at most so many rows stand on the page; the files have all
 */
public record Table(String name, String caption, List<Column> columns, List<Row> rows, int shown) {
    private static final int ON_A_PAGE = 100;
    private static final int SHORT = 26;

    /** @throws IllegalArgumentException if a row has other cells than there are columns */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of " + name + " has " + row.cells().size() + " cells");
            }
        }
    }

    static Table of(String name, String caption, List<Column> columns, List<Row> rows) {
        return new Table(name, caption, columns, rows, ON_A_PAGE);
    }

    /** For the files alone. */
    static Table inFiles(String name, String caption, List<Column> columns, List<Row> rows) {
        return new Table(name, caption, columns, rows, 0);
    }

    public boolean isOnPages() {
        return shown > 0;
    }

    /** What is to be looked at comes first if not all have room. */
    public List<Row> shownRows() {
        if (rows.size() <= shown) {
            return rows;
        }
        List<Row> first = new ArrayList<>();
        rows.stream().filter(row -> row.mark() != Mark.PLAIN).forEach(first::add);
        rows.stream().filter(row -> row.mark() == Mark.PLAIN).forEach(first::add);
        return first.subList(0, shown);
    }

    public int notShown() {
        return Math.max(0, rows.size() - shown);
    }

    /** What a cell of the page is: {@code n} a number, {@code s} short, so that a date is not broken; {@code t} a text. */
    public String kind(Row row, int column) {
        if (columns.get(column).number()) {
            return "n";
        }
        return row.cells().get(column).length() <= SHORT ? "s" : "t";
    }

    /** A cell as the page has it. */
    public String text(Row row, int column) {
        String cell = row.cells().get(column);
        return columns.get(column).number() && !cell.isEmpty()
                ? String.format(Locale.ROOT, "%,d", Long.parseLong(cell))
                : cell;
    }

    /** The rows as JSON has them. */
    List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                String cell = row.cells().get(i);
                boolean number = columns.get(i).number() && !cell.isEmpty();
                object.put(columns.get(i).key(), number ? (Object) Long.valueOf(cell) : cell);
            }
            if (row.mark() != Mark.PLAIN) {
                object.put("mark", row.mark().word());
            }
            objects.add(object);
        }
        return objects;
    }
}

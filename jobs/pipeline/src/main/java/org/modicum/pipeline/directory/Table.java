package org.modicum.pipeline.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.settings.Problems;

/**
 * The rows of a UTF-8 CSV file (RFC 4180) with a header line; columns in any order, further columns ignored, byte-order
 * mark and either line end welcome.
 */
final class Table {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Rows of another width are reported here, with all of them and in plain words. */
    private static final CsvReader.CsvReaderBuilder FORM = CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    private final Path file;
    private final Problems problems;

    Table(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The rows; none, and a problem noted, when the file or its header is unusable. */
    List<Row> rows(List<String> columns) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return List.of();
        }
        List<CsvRecord> records = records(text.get());
        if (records.isEmpty()) {
            problem(0, "is empty; its first line must name the columns " + String.join(",", columns));
            return List.of();
        }
        CsvRecord header = records.get(0);
        Map<String, Integer> positions = positions(header);
        List<String> missing = columns.stream()
                .filter(column -> !positions.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            problem(
                    lineOf(header),
                    "the header has no column " + String.join(", ", missing) + "; it must name "
                            + String.join(",", columns) + ", separated by commas");
            return List.of();
        }
        return rows(records.subList(1, records.size()), positions, header.getFieldCount());
    }

    private List<Row> rows(List<CsvRecord> records, Map<String, Integer> positions, int width) {
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records) {
            if (record.getFieldCount() == width) {
                rows.add(new Row(lineOf(record), positions, record.getFields()));
            } else {
                problem(
                        lineOf(record),
                        "has " + record.getFieldCount() + " columns where the header has " + width
                                + "; put fields with commas into double quotes");
            }
        }
        return rows;
    }

    private Map<String, Integer> positions(CsvRecord header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int column = 0; column < header.getFieldCount(); column++) {
            String name = header.getField(column).strip().toLowerCase(Locale.ROOT);
            if (positions.putIfAbsent(name, column) != null) {
                problem(lineOf(header), "the header names column " + name + " twice; remove one of them");
            }
        }
        return positions;
    }

    private List<CsvRecord> records(String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = FORM.ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            // The exception's own message may quote the file, which holds names.
            int line = records.isEmpty() ? 1 : lineOf(records.get(records.size() - 1)) + 1;
            problem(line, "is not CSV from here on; look for a double quote out of place");
        } catch (IOException e) {
            throw new UncheckedIOException("Closing a reader of text in memory cannot fail", e);
        }
        return records;
    }

    private Optional<String> text() {
        try {
            return decoded(Files.readAllBytes(file));
        } catch (IOException e) {
            problem(0, "cannot be read (" + e.getClass().getSimpleName() + "); check that it is there and readable");
            return Optional.empty();
        }
    }

    private Optional<String> decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problem(line, "is not UTF-8; export the file as CSV UTF-8");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private void problem(int line, String message) {
        problems.add(file, line, message);
    }

    private static int lineOf(CsvRecord record) {
        return Math.toIntExact(record.getStartingLineNumber());
    }
}

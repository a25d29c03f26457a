package org.modicum.proxylog.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.modicum.proxylog.LineFields;
import org.modicum.proxylog.LogReader;
import org.modicum.proxylog.Reason;
import org.modicum.proxylog.Text;
import org.modicum.proxylog.TextDecoder;

/** The rows of a batch, in the columns that are wanted. One instance serves batch after batch. */
final class HitBatch {
    /** About a window full of lines of common length. */
    private static final int CAPACITY = 8192;

    private static final UTF8String HIT = UTF8String.fromString("hit");
    private static final UTF8String MALFORMED = UTF8String.fromString("malformed");
    private static final UTF8String SKIPPED = UTF8String.fromString("skipped");
    private static final UTF8String[] REASONS = Arrays.stream(Reason.values())
            .map(reason -> UTF8String.fromString(reason.word()))
            .toArray(UTF8String[]::new);

    private final Column[] columns;
    private final LogVector[] vectors;
    private final ColumnarBatch batch;
    private final TextDecoder decoder = new TextDecoder();
    private final UTF8String file;
    private int rows;

    HitBatch(List<Column> columns, String file) {
        this.columns = columns.toArray(Column[]::new);
        this.vectors = columns.stream().map(HitBatch::vector).toArray(LogVector[]::new);
        this.batch = new ColumnarBatch(Arrays.copyOf(vectors, vectors.length, ColumnVector[].class));
        this.file = UTF8String.fromString(file);
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == CAPACITY;
    }

    void clear() {
        rows = 0;
        decoder.clear();
        for (LogVector vector : vectors) {
            vector.clear();
        }
    }

    void addHit(LogReader reader) {
        LineFields fields = reader.fields();
        for (int i = 0; i < columns.length; i++) {
            switch (columns[i]) {
                case OUTCOME -> putWord(i, HIT);
                case LINES -> putNumber(i, 1);
                case TIME -> putNumber(i, fields.timeMillis() * 1000);
                case ELAPSED_MS -> putNumber(i, fields.elapsedMillis());
                case STATUS -> putNumber(i, fields.status());
                case BYTES -> putNumber(i, fields.bytes());
                case PORT -> putNumber(i, fields.port());
                case FILE -> putWord(i, file);
                case OFFSET -> putNumber(i, reader.offset());
                case LENGTH -> putNumber(i, reader.length());
                case REASON -> vectors[i].putNull(rows);
                case CLIENT, RESULT, METHOD, HOST, PATH, USER, HIERARCHY, CONTENT_TYPE ->
                    putText(i, reader, columns[i].text());
            }
        }
        rows++;
    }

    /** Adds a malformed line, or with 0 lines a malformed file. */
    void addMalformed(LogReader reader, int lines) {
        for (int i = 0; i < columns.length; i++) {
            switch (columns[i]) {
                case OUTCOME -> putWord(i, MALFORMED);
                case LINES -> putNumber(i, lines);
                case FILE -> putWord(i, file);
                case OFFSET -> putNumber(i, reader.offset());
                case LENGTH -> putNumber(i, Math.min(reader.length(), Integer.MAX_VALUE));
                case REASON -> putWord(i, REASONS[reader.reason().ordinal()]);
                default -> vectors[i].putNull(rows);
            }
        }
        rows++;
    }

    /** Adds the one row that stands for all lines about other hosts. */
    void addSkipped(long lines) {
        for (int i = 0; i < columns.length; i++) {
            switch (columns[i]) {
                case OUTCOME -> putWord(i, SKIPPED);
                case LINES -> putNumber(i, lines);
                case FILE -> putWord(i, file);
                default -> vectors[i].putNull(rows);
            }
        }
        rows++;
    }

    /** The rows, whose text lies in {@code window}. */
    ColumnarBatch columnar(byte[] window) {
        for (LogVector vector : vectors) {
            if (vector instanceof TextVector text) {
                text.over(window, decoder.side());
            }
        }
        batch.setNumRows(rows);
        return batch;
    }

    private void putNumber(int column, long number) {
        ((NumberVector) vectors[column]).put(rows, number);
    }

    private void putWord(int column, UTF8String word) {
        ((WordVector) vectors[column]).put(rows, word);
    }

    private void putText(int column, LogReader reader, Text text) {
        if (reader.fields().has(text)) {
            decoder.decode(reader.buffer(), reader.fields(), text, reader.isAscii());
            ((TextVector) vectors[column]).put(rows, decoder);
        } else {
            vectors[column].putNull(rows);
        }
    }

    private static LogVector vector(Column column) {
        return switch (column) {
            case OUTCOME, FILE, REASON -> new WordVector(CAPACITY);
            case CLIENT, RESULT, METHOD, HOST, PATH, USER, HIERARCHY, CONTENT_TYPE -> new TextVector(CAPACITY);
            default -> new NumberVector(column.type(), CAPACITY);
        };
    }
}

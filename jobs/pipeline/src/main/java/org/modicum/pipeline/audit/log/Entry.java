package org.modicum.pipeline.audit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.modicum.policy.audit.AuditException;

/**
 * One thing that happened, as it stands in the log: a JSON object of the time, the kind, and the kind's fields in their
 * order. Every entry has one spelling, so that equal entries are equal bytes.
 *
 * @param time cut to milliseconds; of the years 1 to 9999
 * @param values exactly the fields that the kind has
 */
public record Entry(Instant time, Kind kind, Map<String, Value> values) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    /** @throws IllegalArgumentException if a field is missing, unknown, or of the wrong type */
    public Entry {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        if (time.isBefore(FIRST) || time.isAfter(END)) {
            throw new IllegalArgumentException("The time of an entry has a year of four digits");
        }
        values = Map.copyOf(values);
        List<String> names = kind.fields().stream().map(Field::name).toList();
        if (!values.keySet().equals(Set.copyOf(names))) {
            throw new IllegalArgumentException(
                    "An entry of the kind " + kind.written() + " has these fields and no others: " + names);
        }
        for (Field field : kind.fields()) {
            if (!field.accepts(values.get(field.name()))) {
                throw new IllegalArgumentException("The field " + field.name() + " of " + kind.written() + " is a "
                        + field.type().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /**
     * @throws AuditException if it is not exactly what {@link #bytes} gives: other fields, another order or spelling, a
     *     field twice, white space
     */
    public static Entry parse(byte[] bytes) {
        return EntryJson.parse(bytes);
    }

    /** UTF-8, without white space. */
    public byte[] bytes() {
        return EntryJson.bytes(this);
    }

    /** @throws IllegalArgumentException if the kind has no such text or digest */
    public String text(String field) {
        if (values.get(field) instanceof Value.Text value) {
            return value.text();
        }
        throw noSuch(field);
    }

    public long count(String field) {
        if (values.get(field) instanceof Value.Count value) {
            return value.count();
        }
        throw noSuch(field);
    }

    public List<String> texts(String field) {
        if (values.get(field) instanceof Value.Texts value) {
            return value.texts();
        }
        throw noSuch(field);
    }

    /** All digests in it: of the documents, keys and files that it speaks of. */
    public Set<String> digests() {
        Set<String> digests = new HashSet<>();
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.DIGEST) {
                digests.add(text(field.name()));
            } else if (field.type() == Field.Type.DIGESTS) {
                digests.addAll(texts(field.name()));
            }
        }
        return Set.copyOf(digests);
    }

    /** On one line, for a person to read. */
    public String readable() {
        StringBuilder line = new StringBuilder(format(time)).append("  ").append(kind.written());
        for (Field field : kind.fields()) {
            Value value = values.get(field.name());
            String text = value instanceof Value.Text one
                    ? one.text()
                    : value instanceof Value.Count number
                            ? Long.toString(number.count())
                            : String.join(",", texts(field.name()));
            line.append("  ").append(field.name()).append('=').append(text);
        }
        return line.toString();
    }

    static String format(Instant time) {
        return TIME.format(time);
    }

    private IllegalArgumentException noSuch(String field) {
        return new IllegalArgumentException("An entry of the kind " + kind.written() + " has no such field: " + field);
    }
}

package org.modicum.pipeline.audit.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modicum.policy.audit.AuditException;

/** The one spelling of an entry. */
final class EntryJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String TIME = "time";
    private static final String KIND = "kind";

    private EntryJson() {}

    static byte[] bytes(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField(TIME, Entry.format(entry.time()));
            json.writeStringField(KIND, entry.kind().written());
            for (Field field : entry.kind().fields()) {
                json.writeFieldName(field.name());
                write(json, entry.values().get(field.name()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The entry could not be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    /** Reads it whatever its spelling, then compares with the one spelling: so nothing can be hidden in it. */
    static Entry parse(byte[] bytes) {
        try {
            Entry entry = read(bytes);
            if (!Arrays.equals(entry.bytes(), bytes)) {
                throw new AuditException("The entry is not in its one spelling: order of fields, white space, escapes");
            }
            return entry;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new AuditException("The entry is none that Modicum writes", e);
        }
    }

    private static Entry read(byte[] bytes) throws IOException {
        Map<String, Value> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                values.put(name, value(json));
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
        return new Entry(
                Instant.parse(take(values, TIME)),
                Kind.of(take(values, KIND)).orElseThrow(() -> new AuditException("The entry is of no known kind")),
                values);
    }

    private static Value value(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        expect(token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.START_ARRAY);
        return switch (token) {
            case VALUE_STRING -> Value.of(json.getText());
            case VALUE_NUMBER_INT -> Value.of(json.getLongValue());
            default -> Value.of(texts(json));
        };
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.VALUE_STRING);
            texts.add(json.getText());
        }
        return texts;
    }

    private static String take(Map<String, Value> values, String name) {
        if (values.remove(name) instanceof Value.Text value) {
            return value.text();
        }
        throw new AuditException("The entry has no " + name);
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        if (value instanceof Value.Text one) {
            json.writeString(one.text());
        } else if (value instanceof Value.Count number) {
            json.writeNumber(number.count());
        } else if (value instanceof Value.Texts many) {
            json.writeStartArray();
            for (String text : many.texts()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private static void expect(boolean asWritten) {
        if (!asWritten) {
            throw new AuditException("The entry is not a JSON object of texts, whole numbers and lists of texts");
        }
    }
}

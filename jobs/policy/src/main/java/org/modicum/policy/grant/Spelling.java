package org.modicum.policy.grant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The one spelling of documents: JSON as a person reads it, a field a line, two spaces deep, a newline at the end. */
public final class Spelling {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    private Spelling() {}

    /** Writes the fields of an object. */
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    public static byte[] of(Writer fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The document could not be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    /** Refuses what says the same in other bytes: order of fields, white space, escapes, a spelling of a number. */
    public static void check(byte[] read, byte[] again) {
        if (!Arrays.equals(read, again)) {
            throw new MalformedException("The document is not in its one spelling.");
        }
    }

    public static void texts(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

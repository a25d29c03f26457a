package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON of texts, whole numbers, lists and objects, and of nothing else. */
final class JsonReader {
    private static final int MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 6;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    static Fields read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedException("It is longer than " + MOST_BYTES + " bytes.");
        }
        try (JsonParser json = JSON.createParser(decoded(bytes))) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "It is not a JSON object.");
            Fields fields = object(json, 1);
            expect(json.nextToken() == null, "Something follows the JSON object.");
            return fields;
        } catch (IOException e) {
            // Not its message, which quotes what was read.
            throw new MalformedException("It is not JSON, or has a field twice.");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            expect(text.indexOf(BYTE_ORDER_MARK) != 0, "It begins with a byte-order mark.");
            expect(Normalizer.isNormalized(text, Normalizer.Form.NFC), "Its letters are not composed (Unicode NFC).");
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedException("It is not UTF-8.");
        }
    }

    private static Fields object(JsonParser json, int depth) throws IOException {
        expect(depth <= DEEPEST, "It is too deep.");
        Map<String, Object> values = new HashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            values.put(name, value(json, depth));
        }
        expect(json.currentToken() == JsonToken.END_OBJECT, "An object does not end.");
        return new Fields(values);
    }

    private static Object value(JsonParser json, int depth) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            String text = json.getText();
            expect(Normalizer.isNormalized(text, Normalizer.Form.NFC), "Its letters are not composed (Unicode NFC).");
            return text;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        if (token == JsonToken.START_OBJECT) {
            return object(json, depth + 1);
        }
        expect(token == JsonToken.START_ARRAY, "It has a value that is no text, whole number, list or object.");
        return list(json, depth + 1);
    }

    private static List<Object> list(JsonParser json, int depth) throws IOException {
        expect(depth <= DEEPEST, "It is too deep.");
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json, depth));
        }
        return elements;
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}

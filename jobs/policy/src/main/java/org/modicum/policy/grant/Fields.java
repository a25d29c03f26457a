package org.modicum.policy.grant;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a JSON object. Each is taken once; whatever is left over was not asked for. */
public final class Fields {
    /** One visible line: no control, invisible or unassigned characters, and nothing that turns text around. */
    private static final Pattern LINE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,200}");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final Map<String, Object> values;

    Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws MalformedException if the bytes are not one JSON object in UTF-8 and NFC, without a byte-order mark */
    public static Fields parse(byte[] bytes) {
        return JsonReader.read(bytes);
    }

    public String text(String name) {
        String text = longText(name);
        if (!LINE.matcher(text).matches()) {
            throw new MalformedException("The field " + name + " is not one line of 1 to 200 visible characters.");
        }
        return text;
    }

    /** A text of any length, such as base64. */
    String longText(String name) {
        if (take(name) instanceof String text) {
            return text;
        }
        throw new MalformedException("The field " + name + " is not a text.");
    }

    /** A text that may be left out. */
    public Optional<String> optionalText(String name) {
        return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public Instant time(String name) {
        String text = text(name);
        if (TIME.matcher(text).matches()) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new MalformedException("The field " + name + " is not a time that exists.");
            }
        }
        throw new MalformedException("The field " + name + " is not a time like 2026-03-01T09:00:00Z.");
    }

    Optional<Instant> optionalTime(String name) {
        return values.containsKey(name) ? Optional.of(time(name)) : Optional.empty();
    }

    public int whole(String name, int least, int most) {
        if (take(name) instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw new MalformedException(
                "The field " + name + " is not a whole number from " + least + " to " + most + ".");
    }

    public List<String> texts(String name) {
        return list(name, String.class);
    }

    public List<Fields> objects(String name) {
        return list(name, Fields.class);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws MalformedException if a field is left that nobody asked for */
    public void noOthers() {
        if (!values.isEmpty()) {
            throw new MalformedException("It has " + values.size() + " fields that do not belong there.");
        }
    }

    private <T> List<T> list(String name, Class<T> type) {
        if (take(name) instanceof List<?> list && list.stream().allMatch(type::isInstance)) {
            List<T> elements = list.stream().map(type::cast).toList();
            if (elements.stream()
                    .anyMatch(element -> element instanceof String text
                            && !LINE.matcher(text).matches())) {
                throw new MalformedException("A text in the list " + name + " is not one visible line.");
            }
            return elements;
        }
        throw new MalformedException("The field " + name + " is not a list of the right kind.");
    }

    private Object take(String name) {
        if (!values.containsKey(name)) {
            throw new MalformedException("The field " + name + " is missing.");
        }
        return values.remove(name);
    }
}

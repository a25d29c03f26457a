package org.modicum.pipeline.audit.log;

import java.util.List;
import java.util.regex.Pattern;

/** What a field of an entry holds. There are no fractions: their text form differs between programs. */
public sealed interface Value {

    /**
     * A name of a thing, a case reference, a digest: one line without invisible characters, at most
     * {@value #LONGEST_TEXT} characters, so that nobody writes a story into the log.
     */
    record Text(String text) implements Value {
        public Text {
            checkText(text);
        }
    }

    /** A count or a size, 0 or more. */
    record Count(long count) implements Value {
        public Count {
            if (count < 0) {
                throw new IllegalArgumentException("A count in the log is 0 or more, not " + count);
            }
        }
    }

    /** Texts in an order that means something to the kind of entry; may be empty. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts.forEach(Value::checkText);
            texts = List.copyOf(texts);
        }
    }

    int LONGEST_TEXT = 200;

    /** Neither control characters nor invisible, unassigned or broken ones. */
    Pattern LINE = Pattern.compile("\\P{C}{1," + LONGEST_TEXT + "}");

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long count) {
        return new Count(count);
    }

    static Value of(List<String> texts) {
        return new Texts(texts);
    }

    private static void checkText(String text) {
        if (!LINE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A text in the log is one line of 1 to " + LONGEST_TEXT + " visible characters");
        }
    }
}

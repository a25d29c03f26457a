package org.modicum.pipeline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UserNamesTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/directory/user-names.csv",
            useHeadersInDisplayName = true,
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = false)
    void truthTable(
            String description,
            boolean ignoreCase,
            boolean stripDomain,
            boolean stripRealm,
            String logged,
            String canonical) {
        assertThat(new UserNames(ignoreCase, stripDomain, stripRealm).canonical(logged))
                .as(description)
                .isEqualTo(canonical);
    }

    @Property
    void aCanonicalNameWithoutSeparatorsStaysWhatItIs(@ForAll String logged) {
        UserNames names = new UserNames(true, true, true);
        String once = names.canonical(logged.replaceAll("[@\\\\]", ""));

        assertThat(names.canonical(once)).isEqualTo(once);
    }

    @Property
    void caseNeverMatters(@ForAll String logged) {
        UserNames names = new UserNames(true, false, false);

        assertThat(names.canonical(perLetter(logged, true))).isEqualTo(names.canonical(perLetter(logged, false)));
    }

    @Test
    void namesTravelToWhereLogsAreRead() throws IOException, ClassNotFoundException {
        UserNames names = new UserNames(true, false, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(names);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(names);
        }
    }

    private static String perLetter(String text, boolean upper) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .map(Character::toUpperCase)
                .map(letter -> upper ? letter : Character.toLowerCase(letter))
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}

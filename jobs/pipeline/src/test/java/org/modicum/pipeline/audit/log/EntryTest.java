package org.modicum.pipeline.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.audit.AuditException;

class EntryTest {
    private static final String DIGEST = Entries.DIGEST;
    private static final String WRITTEN =
            "{\"time\":\"2026-03-02T12:00:00.000Z\",\"kind\":\"grant_revoked\",\"list\":\"" + DIGEST
                    + "\",\"sequence\":7,\"grants\":[\"" + DIGEST + "\"],\"keys\":[]}";
    private static final Entry REVOKED = new Entry(
            Entries.START,
            Kind.GRANT_REVOKED,
            Map.of(
                    "list", Value.of(DIGEST),
                    "sequence", Value.of(7),
                    "grants", Value.of(List.of(DIGEST)),
                    "keys", Value.of(List.of())));

    /** What else could be meant by the same entry, or by none. */
    static final List<String> OTHER_SPELLINGS = List.of(
            WRITTEN + "\n",
            " " + WRITTEN,
            "\ufeff" + WRITTEN,
            WRITTEN + WRITTEN,
            WRITTEN.replace(",", ", "),
            WRITTEN.replace("\"sequence\":7,", ""),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":7,\"sequence\":7"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":7,\"who\":\"a\""),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":7.0"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":7e0"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":07"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":-7"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":\"7\""),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":null"),
            WRITTEN.replace("\"sequence\":7", "\"sequence\":9223372036854775808"),
            WRITTEN.replace("[]", "[[]]"),
            WRITTEN.replace("[]", "[1]"),
            WRITTEN.replace("[]", "{}"),
            WRITTEN.replace("[]", "[\"not a digest\"]"),
            WRITTEN.replace("grant_revoked", "grant_invented"),
            WRITTEN.replace("grant_revoked", "GRANT_REVOKED"),
            WRITTEN.replace("grant_revoked", "grant\\u005frevoked"),
            WRITTEN.replace(".000Z", "Z"),
            WRITTEN.replace(".000Z", ".000+00:00"),
            WRITTEN.replace(".000Z", ".0001Z"),
            WRITTEN.replace("2026-03-02", "2026-02-30"),
            WRITTEN.replace("2026-03-02", "+12026-03-02"),
            WRITTEN.replace(DIGEST, DIGEST.toUpperCase(Locale.ROOT)),
            WRITTEN.substring(1),
            WRITTEN.substring(0, WRITTEN.length() - 1),
            "[]",
            "",
            "null");

    @Test
    void anEntryIsWrittenInTheOrderOfItsKind() {
        assertThat(new String(REVOKED.bytes(), UTF_8)).isEqualTo(WRITTEN);
        assertThat(Entry.parse(WRITTEN.getBytes(UTF_8))).isEqualTo(REVOKED);
        assertThat(REVOKED.text("list")).isEqualTo(DIGEST);
        assertThat(REVOKED.count("sequence")).isEqualTo(7);
        assertThat(REVOKED.texts("grants")).containsExactly(DIGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> REVOKED.text("sequence"));
    }

    @ParameterizedTest
    @FieldSource("OTHER_SPELLINGS")
    void anyOtherSpellingIsRefused(String text) {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> Entry.parse(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindComesBackAsItWasWritten(Kind kind) {
        Entry entry = new Entry(Entries.START, kind, values(kind));
        assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
        assertThat(kind.written()).matches("[a-z]+(_[a-z]+)*");
        assertThat(Kind.of(kind.written())).contains(kind);
    }

    @ParameterizedTest
    @EnumSource
    void aKindHasItsFieldsAndNoOthers(Kind kind) {
        Map<String, Value> more = values(kind);
        more.put("person", Value.of("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(Entries.START, kind, more));
        Map<String, Value> fewer = values(kind);
        fewer.remove(kind.fields().get(0).name());
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(Entries.START, kind, fewer));
        Map<String, Value> wrong = values(kind);
        wrong.put(kind.fields().get(0).name(), Value.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry(Entries.START, kind, wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000", "a\u202eb", "\ud800", "a\u00adb", "\ue000"})
    void aTextIsOneLineThatCanBeSeen(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(List.of(text)));
    }

    @Test
    void nobodyWritesAStoryIntoTheLog() {
        assertThat(Value.of("x".repeat(200))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(-1));
    }

    @Property(tries = 500)
    void anyTextAndTimeComeBack(
            @ForAll @StringLength(min = 1, max = 200) String text,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
        if (Value.LINE.matcher(text).matches()) {
            Entry entry = Entries.at(Instant.ofEpochMilli(millis), text);
            assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
            assertThat(entry.time()).isEqualTo(Instant.ofEpochMilli(millis));
        }
    }

    @Test
    void timesAreCutToMilliseconds() {
        assertThat(Entries.at(Entries.START.plusNanos(1_999_999), "r").time()).isEqualTo(Entries.START.plusMillis(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Entries.at(Instant.parse("+10000-01-01T00:00:00Z"), "r"));
    }

    private static Map<String, Value> values(Kind kind) {
        Map<String, Value> values = new HashMap<>();
        for (Field field : kind.fields()) {
            values.put(
                    field.name(),
                    switch (field.type()) {
                        case TEXT -> Value.of("caf\u00e9 \"7\"");
                        case TEXTS -> Value.of(List.of("a", "b"));
                        case COUNT -> Value.of(Long.MAX_VALUE);
                        case DIGEST -> Value.of(DIGEST);
                        case DIGESTS -> Value.of(List.of(DIGEST, DIGEST));
                    });
        }
        return values;
    }
}

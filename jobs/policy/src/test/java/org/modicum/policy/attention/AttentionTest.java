package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modicum.policy.attention.Days.MONDAY;
import static org.modicum.policy.attention.Days.OFFICE;
import static org.modicum.policy.attention.Days.millis;
import static org.modicum.policy.attention.Sites.CATALOGUE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static Hit page(String time, String host) {
        return new Hit(millis(time) + 500, 500, host, "/", "GET", 200, "text/html", 90_000);
    }

    private static List<Marks> marks(List<Hit> hits) {
        List<Marks> marks = new ArrayList<>();
        hits.forEach(hit -> marks.addAll(Attention.marks(CATALOGUE, hit)));
        return marks;
    }

    private static DayMinutes minutes(List<Hit> hits) {
        return ActiveMinutes.of(MONDAY, Days.merged(marks(hits)), OFFICE, Set.of());
    }

    @Test
    void aHostOnNoSiteLeavesNoMarks() {
        assertThat(Attention.marks(CATALOGUE, page("10:00:00", "www.example.org")))
                .isEmpty();
    }

    @Test
    void aDenialLeavesNoMarks() {
        Hit challenge = new Hit(millis("10:00:00"), 1, "facebook.com", null, "CONNECT", 407, "text/html", 4100);
        assertThat(Attention.marks(CATALOGUE, challenge)).isEmpty();
    }

    @Test
    void aTransferIsMarkedBeforeItsLineWasWritten() {
        Hit tunnel = new Hit(millis("10:10:00"), 600_000, "www.facebook.com", null, "CONNECT", 200, null, 40_000_000);
        DayMinutes day = minutes(List.of(tunnel));
        assertThat(day.likely()).isCloseTo((600 - Method.IDLE_END.toSeconds() + 20) / 60.0, within(0.125));
        assertThat(day.high()).isEqualTo(10);
    }

    @Test
    void marksOfALongTunnelFallIntoTheirQuarterHours() {
        Hit tunnel = new Hit(millis("10:20:00"), 1_800_000, "www.facebook.com", null, "CONNECT", 200, null, 80_000_000);
        List<Marks> marks = Attention.marks(CATALOGUE, tunnel);
        assertThat(marks)
                .extracting(Marks::quarter)
                .containsExactly(millis("09:45:00") / 1000, millis("10:00:00") / 1000, millis("10:15:00") / 1000);
        assertThat(marks).extracting(mark -> Long.bitCount(mark.any())).containsExactly(40, 60, 20);
        assertThat(marks)
                .allSatisfy(mark -> assertThat(mark.deliberate() & ~mark.any()).isZero());
    }

    @Test
    void aVisitWithPausesIsOneStretch() {
        DayMinutes day = minutes(List.of(
                page("10:00:00", "www.facebook.com"),
                page("10:00:50", "www.facebook.com"),
                page("10:01:40", "www.facebook.com")));
        assertThat(day.likely()).isBetween(1.75, 2.25);
        assertThat(day.bySite()).containsOnlyKeys("facebook");
    }

    @Test
    void aVideoCountsWhileItPlays() {
        List<Hit> hits = new ArrayList<>();
        for (int second = 0; second < 600; second += 10) {
            hits.add(new Hit(
                    millis(Days.after("10:00:00", second)),
                    900,
                    "r4.googlevideo.com",
                    "/videoplayback",
                    "GET",
                    200,
                    "video/mp4",
                    1_200_000));
        }
        assertThat(minutes(hits).likely()).isBetween(9.75, 10.5);
    }

    @Provide
    Arbitrary<List<Hit>> hits() {
        Arbitrary<String> hosts = Arbitraries.of(
                "www.facebook.com",
                "static.fbcdn.net",
                "connect.facebook.net",
                "reddit.com",
                "r1.googlevideo.com",
                "example.org");
        Arbitrary<Long> ends = Arbitraries.longs().between(millis("08:45:00"), millis("13:30:00"));
        Arbitrary<Long> elapsed = Arbitraries.of(0L, 300L, 4_000L, 61_000L, 400_000L, 3_700_000L, -1L);
        Arbitrary<String> methods = Arbitraries.of("GET", "POST", "CONNECT", "HEAD");
        Arbitrary<Integer> status = Arbitraries.of(200, 200, 200, 206, 304, 407, 0);
        Arbitrary<String> types = Arbitraries.of("text/html", "application/json", "video/mp4", "image/png")
                .injectNull(0.1);
        Arbitrary<Long> bytes = Arbitraries.of(300L, 9_000L, 120_000L, 900_000L, 30_000_000L);
        return Combinators.combine(hosts, ends, elapsed, methods, status, types, bytes)
                .as((host, end, took, method, code, type, size) ->
                        new Hit(end, took, host, "CONNECT".equals(method) ? null : "/", method, code, type, size))
                .list()
                .ofMaxSize(25);
    }

    @Property
    void aLogReadInPiecesOrTwiceGivesTheSame(@ForAll("hits") List<Hit> hits, @ForAll Random random) {
        int cut = hits.isEmpty() ? 0 : random.nextInt(hits.size());
        List<Hit> again = new ArrayList<>(hits.subList(cut, hits.size()));
        again.addAll(hits.subList(0, cut));
        again.addAll(hits);
        Collections.shuffle(again, random);
        assertThat(Days.merged(marks(again))).isEqualTo(Days.merged(marks(hits)));
    }

    @Property
    void moreHitsNeverLowerAFigure(@ForAll("hits") List<Hit> hits, @ForAll("hits") List<Hit> more) {
        List<Hit> all = new ArrayList<>(hits);
        all.addAll(more);
        DayMinutes before = minutes(hits);
        DayMinutes after = minutes(all);
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
        assertThat(after.likely()).isGreaterThanOrEqualTo(before.likely());
        assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
    }

    @Property
    void marksAreWithinTheirGrid(@ForAll("hits") List<Hit> hits) {
        assertThat(marks(hits)).allSatisfy(mark -> {
            assertThat(mark.quarter() % 900).isZero();
            assertThat(mark.any() >>> 60).isZero();
            assertThat(mark.any()).isNotZero();
            assertThat(mark.deliberate() & ~mark.any()).isZero();
        });
    }
}

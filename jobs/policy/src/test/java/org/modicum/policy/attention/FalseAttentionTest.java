package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modicum.policy.attention.Days.MONDAY;
import static org.modicum.policy.attention.Days.OFFICE;
import static org.modicum.policy.attention.Days.millis;
import static org.modicum.policy.attention.Sites.CATALOGUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes naive counters accuse people: traffic of a whole working day behind which nobody sits. */
class FalseAttentionTest {

    private static DayMinutes minutes(List<Hit> hits) {
        List<Marks> marks = new ArrayList<>();
        hits.forEach(hit -> marks.addAll(Attention.marks(CATALOGUE, hit)));
        return ActiveMinutes.of(MONDAY, Days.merged(marks), OFFICE, Set.of());
    }

    private static Hit request(long end, String host, String path, int status, String type, long bytes) {
        return new Hit(end, 150, host, path, "GET", status, type, bytes);
    }

    private static Hit tunnel(String end, long minutes, String host, long bytes) {
        return new Hit(millis(end), minutes * 60_000, host, null, "CONNECT", 200, null, bytes);
    }

    private static List<Long> every(int seconds) {
        List<Long> times = new ArrayList<>();
        for (long time = millis("09:00:00"); time < millis("17:00:00"); time += seconds * 1000L) {
            times.add(time);
        }
        return times;
    }

    @Test
    void aBackgroundTabThatPollsAllDayCountsNothing() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(30)) {
            hits.add(request(time, "www.facebook.com", "/api/graphql/", 200, "application/json", 900));
            hits.add(request(time, "www.facebook.com", "/ajax/bz", 204, null, 310));
            hits.add(request(time, "edge-chat.facebook.com", "/pull", 200, "application/json", 25_000));
        }
        assertThat(minutes(hits).likely()).isZero();
        assertThat(minutes(hits).high()).isGreaterThan(400);
    }

    @Test
    void longPollsHeldOpenAllDayCountNothing() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(60)) {
            hits.add(new Hit(time, 58_000, "www.reddit.com", "/updates", "GET", 200, "application/json", 9_000));
        }
        assertThat(minutes(hits).likely()).isZero();
    }

    @Test
    void widgetsInNewsPagesCountNothing() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(40)) {
            hits.add(request(time, "www.facebook.com", "/plugins/like.php", 200, "text/html", 24_000));
            hits.add(request(time, "connect.facebook.net", "/en_GB/sdk.js", 200, "text/javascript", 90_000));
            hits.add(request(time, "static.fbcdn.net", "/rsrc.php/logo.png", 200, "image/png", 12_000));
        }
        assertThat(minutes(hits).likely()).isZero();
    }

    @Test
    void tunnelsOfWidgetsInNewsPagesCountNothing() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(40)) {
            hits.add(new Hit(time, 61_000, "www.facebook.com", null, "CONNECT", 200, null, 48_000));
            hits.add(new Hit(time, 61_000, "connect.facebook.net", null, "CONNECT", 200, null, 190_000));
        }
        assertThat(minutes(hits).likely()).isZero();
    }

    @Test
    void aTunnelPolledAllDayCountsNothing() {
        assertThat(minutes(List.of(tunnel("17:00:00", 480, "www.facebook.com", 960 * 1_500)))
                        .likely())
                .isZero();
    }

    @Test
    void tunnelsPolledAllDayAndReopenedCountNothing() {
        List<Hit> hits = new ArrayList<>();
        for (int hour = 10; hour <= 17; hour++) {
            hits.add(tunnel(hour + ":00:00", 60, "www.facebook.com", 120 * 1_500));
        }
        assertThat(minutes(hits).likely()).isZero();
    }

    @Test
    void aPageLeftOpenForHoursCountsAsALookAtMost() {
        assertThat(minutes(List.of(tunnel("12:00:00", 180, "www.facebook.com", 900_000)))
                        .likely())
                .isZero();
        assertThat(minutes(List.of(tunnel("12:00:00", 180, "www.facebook.com", 1_200_000)))
                        .likely())
                .isLessThan(2.5);
    }

    @Test
    void aPageThatReloadsItselfDoesNotReachTheLowFigure() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(100)) {
            hits.add(request(time, "www.facebook.com", "/live", 200, "text/html", 60_000));
        }
        DayMinutes day = minutes(hits);
        assertThat(day.low()).isLessThan(day.likely() / 3);
    }

    @Test
    void aVideoLeftPausedCountsOnlyWhatWasFetched() {
        assertThat(minutes(List.of(tunnel("12:00:00", 170, "r1.googlevideo.com", 15_000_000)))
                        .likely())
                .isLessThan(6);
    }

    @Test
    void aTunnelOverLunchAndNightCountsNothingWhileIdle() {
        assertThat(minutes(List.of(tunnel("16:00:00", 23 * 60, "www.facebook.com", 6_000_000)))
                        .likely())
                .isZero();
    }

    @Test
    void passwordChallengesOfARestartingBrowserCountNothing() {
        List<Hit> hits = new ArrayList<>();
        for (long time : every(5)) {
            hits.add(new Hit(time, 0, "www.facebook.com", null, "CONNECT", 407, "text/html", 4_161));
            hits.add(new Hit(time, 0, "www.facebook.com", null, "CONNECT", 0, null, 0));
        }
        assertThat(minutes(hits)).isEqualTo(minutes(List.of()));
    }
}

package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a proxy sees of open tabs. */
class BrowserTest {
    private static final long NINE = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final Machine MACHINE = new Machine("10.0.0.1", "a.lee1", false, false);

    private final Agenda agenda = new Agenda();
    private final SquidLines lines = new SquidLines();
    private final Chance chance = new Chance(new SplittableRandom(1));
    private final Service facebook = Web.read().services().choices().stream()
            .filter(service -> service.site().equals("facebook"))
            .findFirst()
            .orElseThrow();

    @Test
    void aTabThatNobodyLooksAtKeepsItsTunnelOpenWithHardlyAnyBytes() {
        Desk desk = desk(false);
        agenda.at(NINE, () -> {
            Tab tab = new Tab(desk, facebook);
            tab.open();
            tab.leave(NINE + 25 * MINUTE);
        });

        LoggedLine page = only(written(), "www.facebook.com");

        assertThat(page.elapsed()).isBetween(Duration.ofMinutes(24), Duration.ofMinutes(31));
    }

    @Test
    void anOpenTabPollsOnWithoutAnybodyAndStopsWhenItIsClosed() {
        Desk desk = desk(true);
        agenda.at(NINE, () -> {
            Tab tab = new Tab(desk, facebook);
            tab.open();
            tab.leave(NINE + 30 * MINUTE);
        });

        List<LoggedLine> polls = written().stream()
                .filter(line -> line.url().contains("edge-chat.facebook.com/pull"))
                .toList();

        assertThat(polls).hasSizeBetween(20, 60);
        assertThat(polls).allMatch(poll -> poll.end().toEpochMilli() < NINE + 31 * MINUTE);
    }

    @Test
    void switchingOffClosesEveryTunnelAtOnceAndEndsEveryPoll() {
        Desk desk = desk(false);
        agenda.at(NINE, () -> {
            Tab tab = new Tab(desk, facebook);
            tab.open();
            tab.leave(NINE + 300 * MINUTE);
            desk.leave(facebook, tab);
        });
        agenda.at(NINE + 10 * MINUTE, desk::switchOff);

        assertThat(written()).isNotEmpty().allMatch(line -> line.end().toEpochMilli() < NINE + 10 * MINUTE + 5_000);
        assertThat(desk.tab(facebook)).isEmpty();
    }

    @Test
    void aTunnelIsOneLineForAllItsRequestsUntilItFallsSilent() {
        Desk desk = desk(false);
        Address to = new Address("www.example.ac.uk", "/");
        agenda.at(NINE, () -> desk.browser().get(0, to, "text/html", 10_000));
        agenda.at(NINE + 50_000, () -> desk.browser().get(0, to, "text/html", 10_000));
        agenda.at(NINE + 60 * MINUTE, () -> desk.browser().get(0, to, "text/html", 10_000));

        assertThat(written()).hasSize(2);
    }

    @Test
    void aPersonLooksAtOneThingAtATimeForAsLongAsAVisitLasts() {
        Attention attention = new Attention();
        attention.beginDay(List.of(new Stretch(NINE, NINE + 180 * MINUTE)));
        Desk desk = desk(false, attention);
        Habits habits = new Habits(30, Web.read().services().choices(), 0);
        agenda.at(NINE, () -> Visit.begin(desk, habits, NINE + 20 * MINUTE, () -> {}));
        agenda.runUntil(NINE + 600 * MINUTE);

        assertThat(attention.millisBySite().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(20 * MINUTE);
    }

    private Desk desk(boolean plain) {
        return desk(plain, new Attention());
    }

    private Desk desk(boolean plain, Attention attention) {
        Browser browser = new Browser(agenda, new Proxy(MACHINE, lines, chance), plain, true);
        return new Desk(agenda, chance, Web.read(), browser, attention);
    }

    private List<LoggedLine> written() {
        agenda.runUntil(NINE + 24 * 60 * MINUTE);
        assertThat(agenda.size()).isZero();
        return lines.takeUntil(Long.MAX_VALUE).stream()
                .sorted(Comparator.comparingLong(Line::endMillis))
                .map(line -> new String(line.text(), StandardCharsets.UTF_8).strip())
                .map(LoggedLine::parse)
                .filter(line -> !line.result().equals("TCP_DENIED/407"))
                .toList();
    }

    private static LoggedLine only(List<LoggedLine> lines, String host) {
        List<LoggedLine> found =
                lines.stream().filter(line -> line.host().equals(host)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}

package org.modicum.pipeline.synth;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen next to one person and their browser, in order of time; what was entered first goes first. */
final class Agenda {
    private record Entry(long time, long number, Runnable event) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::time).thenComparingLong(Entry::number);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private long now = Long.MIN_VALUE;
    private long entered;

    /** Milliseconds since the epoch of the event that is happening. */
    long now() {
        return now;
    }

    void at(long time, Runnable event) {
        entries.add(new Entry(Math.max(time, now), entered++, event));
    }

    /** Lets everything happen that comes before {@code until}. */
    void runUntil(long until) {
        while (!entries.isEmpty() && entries.peek().time() < until) {
            Entry next = entries.poll();
            now = next.time();
            next.event().run();
        }
        now = Math.max(now, until);
    }

    int size() {
        return entries.size();
    }
}

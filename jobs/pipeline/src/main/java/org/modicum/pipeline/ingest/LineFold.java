package org.modicum.pipeline.ingest;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;

/**
 * Judges the lines of one partition and adds them up: sums of activity by person, site and quarter-hour, numbers of lines
 * by file and fate, malformed lines one by one, and a token for each person who is not in the directory. The user name
 * ends here. The sums are handed on whenever their room is full, so one huge file does not fill the memory.
 */
final class LineFold implements Iterator<Row> {
    /** Spellings of user names that are remembered. */
    private static final int MOST_NAMES = 100_000;

    private final Iterator<Row> lines;
    private final Judgement.Rules rules;
    private final Who who;
    /** By user name as logged. */
    private final Map<String, Somebody> people = new HashMap<>();

    private final Sums sums = new Sums();
    private final Map<String, Integer> sites = new HashMap<>();
    private final List<String> siteNames;
    private final Map<String, long[]> fates = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private final Queue<Row> ready = new ArrayDeque<>();
    /** The sum to hand on next; negative for none. */
    private int draining = -1;

    private boolean ended;

    LineFold(Iterator<Row> lines, Judgement.Rules rules, Who who) {
        this.lines = lines;
        this.rules = rules;
        this.who = who;
        this.siteNames = rules.catalogue().sites();
        siteNames.forEach(site -> sites.put(site, sites.size()));
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && draining < 0 && !ended) {
            fold();
        }
        return !ready.isEmpty() || draining >= 0;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        int sum = draining;
        draining = sums.next(sum + 1);
        return Piece.activity(who.pseudonym(sums.person(sum)), siteNames.get(sums.site(sum)), sums, sum);
    }

    private void fold() {
        if (sums.isFull()) {
            sums.clear();
        }
        while (lines.hasNext() && !sums.isFull() && ready.isEmpty()) {
            line(lines.next());
        }
        if (sums.isFull() || !lines.hasNext()) {
            draining = sums.next(0);
        }
        if (!lines.hasNext()) {
            ended = true;
            fates.forEach((file, numbers) -> {
                for (Fate fate : Fate.values()) {
                    if (numbers[fate.ordinal()] > 0) {
                        ready.add(Piece.fate(file, fate, numbers[fate.ordinal()]));
                    }
                }
            });
            strangers.forEach(token -> ready.add(Piece.stranger(token)));
        }
    }

    private void line(Row line) {
        Fate fate = fate(line);
        long[] numbers = fates.computeIfAbsent(line.getString(Judgement.FILE), file -> new long[Fate.values().length]);
        numbers[fate.ordinal()] += line.getLong(Judgement.LINES);
    }

    private Fate fate(Row line) {
        switch (line.getInt(Judgement.OUTCOME)) {
            case Judgement.HIT:
                return hit(line);
            case Judgement.SKIPPED:
                return Fate.OTHER_HOST;
            default:
                ready.add(Piece.malformed(line));
                return Fate.MALFORMED;
        }
    }

    private Somebody somebody(String logged) {
        String name = rules.names().canonical(logged);
        return new Somebody(name, who.spells(name));
    }

    /** @param spells empty for somebody who is not staff */
    private record Somebody(String name, List<Who.Spell> spells) {}

    /** A hit that covers several quarter-hours is one line: what became of the first of them became of the line. */
    private Fate hit(Row line) {
        long bytes = line.getLong(Judgement.BYTES);
        List<Marks> marks = Attention.marks(
                rules.catalogue(),
                new Hit(
                        line.getLong(Judgement.MILLIS),
                        line.getLong(Judgement.ELAPSED),
                        line.getString(Judgement.HOST),
                        line.getString(Judgement.PATH),
                        line.getString(Judgement.METHOD),
                        line.getInt(Judgement.STATUS),
                        line.getString(Judgement.CONTENT_TYPE),
                        bytes));
        if (marks.isEmpty()) {
            return Fate.NOBODYS_USE;
        }
        String user = line.getString(Judgement.USER);
        if (user == null || user.isBlank()) {
            return Fate.UNATTRIBUTED;
        }
        if (people.size() > MOST_NAMES) {
            people.clear();
        }
        Somebody somebody = people.computeIfAbsent(user, this::somebody);
        Fate first = null;
        for (Marks mark : marks) {
            Fate fate = mark(mark, somebody.spells(), first == null ? bytes : -1);
            first = first == null ? fate : first;
        }
        if (first == Fate.UNKNOWN_USER) {
            strangers.add(rules.token(somebody.name()));
        }
        return first;
    }

    /** @param bytes of the line for its first mark, which also counts the line; negative for later ones */
    private Fate mark(Marks mark, List<Who.Spell> spells, long bytes) {
        Optional<Fate> refusal = rules.window().refusal(mark.quarter());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (Who.Spell spell : spells) {
            if (mark.quarter() >= spell.from() && mark.quarter() < spell.to()) {
                sums.add(spell.person(), sites.get(mark.site()), mark, bytes);
                return Fate.COUNTED;
            }
        }
        return Fate.UNKNOWN_USER;
    }
}

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
 * ends here. The sums in memory are handed on whenever there are {@link #MOST_SUMS}, so one huge file does not fill it.
 */
final class LineFold implements Iterator<Row> {
    private static final int MOST_SUMS = 100_000;

    private final Iterator<Row> lines;
    private final Judgement.Rules rules;
    private final Map<String, List<Spell>> who;
    /** By user name as logged. */
    private final Map<String, Somebody> people = new HashMap<>();

    private final Map<Sum.Key, Sum> sums = new HashMap<>();
    private final Map<String, long[]> fates = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private final Queue<Row> ready = new ArrayDeque<>();
    private Iterator<Map.Entry<Sum.Key, Sum>> draining =
            Map.<Sum.Key, Sum>of().entrySet().iterator();
    private boolean ended;

    LineFold(Iterator<Row> lines, Judgement.Rules rules, Map<String, List<Spell>> who) {
        this.lines = lines;
        this.rules = rules;
        this.who = who;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !draining.hasNext() && !ended) {
            sums.clear();
            fold();
            draining = sums.entrySet().iterator();
        }
        return !ready.isEmpty() || draining.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        Map.Entry<Sum.Key, Sum> sum = draining.next();
        return Piece.activity(sum.getKey(), sum.getValue());
    }

    private void fold() {
        while (lines.hasNext() && sums.size() < MOST_SUMS && ready.isEmpty()) {
            line(lines.next());
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
        return new Somebody(name, who.getOrDefault(name, List.of()));
    }

    /** @param spells empty for somebody who is not staff */
    private record Somebody(String name, List<Spell> spells) {}

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
        if (people.size() > MOST_SUMS) {
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
    private Fate mark(Marks mark, List<Spell> spells, long bytes) {
        Optional<Fate> refusal = rules.window().refusal(mark.quarter());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (Spell spell : spells) {
            if (mark.quarter() >= spell.from() && mark.quarter() < spell.to()) {
                sums.computeIfAbsent(new Sum.Key(spell.person(), mark.site(), mark.quarter()), key -> new Sum())
                        .add(mark, bytes);
                return Fate.COUNTED;
            }
        }
        return Fate.UNKNOWN_USER;
    }
}

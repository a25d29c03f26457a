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
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;
import org.modicum.policy.catalogue.Match;

/**
 * Judges the lines of one partition and adds them up: sums of activity by person, site and quarter-hour, numbers of lines
 * by file and fate, malformed lines one by one, and a token for each person who is not in the directory. The user name
 * ends here. The sums are handed on whenever their room is full, so one huge file does not fill the memory.
 */
final class LineFold implements Iterator<Row> {
    private static final UTF8String HIT = UTF8String.fromString("hit");
    private static final UTF8String SKIPPED = UTF8String.fromString("skipped");

    /** Spellings of user names that are remembered. */
    private static final int MOST_NAMES = 100_000;

    private final Iterator<InternalRow> lines;
    private final Judgement.Rules rules;
    private final Who who;
    /** By user name as logged. */
    private final Map<UTF8String, Somebody> people = new HashMap<>();

    private final Words words = new Words();
    private final Map<String, Optional<Match>> tunnels = new HashMap<>();

    private final Sums sums = new Sums();
    private final Map<String, Integer> sites = new HashMap<>();
    private final List<String> siteNames;
    private final Map<String, long[]> fates = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private final Queue<Row> ready = new ArrayDeque<>();
    /** The sum to hand on next; negative for none. */
    private int draining = -1;

    private boolean ended;

    LineFold(Iterator<InternalRow> lines, Judgement.Rules rules, Who who) {
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
        draining = sums.next(sum);
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
            draining = sums.first();
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

    private void line(InternalRow line) {
        Fate fate = fate(line);
        String file = words.of(line.getUTF8String(Judgement.FILE));
        fates.computeIfAbsent(file, name -> new long[Fate.values().length])[fate.ordinal()] +=
                line.getLong(Judgement.LINES);
    }

    private Fate fate(InternalRow line) {
        UTF8String outcome = line.getUTF8String(Judgement.OUTCOME);
        if (outcome.equals(HIT)) {
            return hit(line);
        }
        if (outcome.equals(SKIPPED)) {
            return Fate.OTHER_HOST;
        }
        ready.add(Piece.malformed(
                line.getUTF8String(Judgement.FILE).toString(),
                line.getLong(Judgement.OFFSET),
                line.getInt(Judgement.LENGTH),
                line.getUTF8String(Judgement.REASON).toString()));
        return Fate.MALFORMED;
    }

    /** A hit that covers several quarter-hours is one line: what became of the first of them became of the line. */
    private Fate hit(InternalRow line) {
        List<Marks> marks = marks(line);
        if (marks.isEmpty()) {
            return Fate.NOBODYS_USE;
        }
        UTF8String user = line.getUTF8String(Judgement.USER);
        Somebody somebody = user == null ? Somebody.NOBODY : people.get(user);
        if (somebody == null) {
            somebody = somebody(user.toString());
            if (people.size() >= MOST_NAMES) {
                people.clear();
            }
            people.put(user.copy(), somebody);
        }
        if (somebody == Somebody.NOBODY) {
            return Fate.UNATTRIBUTED;
        }
        int site = sites.get(marks.get(0).site());
        Fate first = null;
        for (Marks mark : marks) {
            Fate fate = mark(mark, site, somebody.spells(), first == null ? bytes(line) : -1);
            first = first == null ? fate : first;
        }
        if (first == Fate.UNKNOWN_USER) {
            strangers.add(rules.token(somebody.name()));
        }
        return first;
    }

    /** A proxy that does not say how many bytes it sent says nothing that could be held against anybody. */
    private static long bytes(InternalRow line) {
        return line.isNullAt(Judgement.BYTES) ? 0 : line.getLong(Judgement.BYTES);
    }

    private List<Marks> marks(InternalRow line) {
        UTF8String path = line.getUTF8String(Judgement.PATH);
        Hit hit = new Hit(
                Math.floorDiv(line.getLong(Judgement.TIME), 1000L),
                line.getLong(Judgement.ELAPSED),
                words.of(line.getUTF8String(Judgement.HOST)),
                path == null ? null : path.toString(),
                words.of(line.getUTF8String(Judgement.METHOD)),
                line.getInt(Judgement.STATUS),
                words.of(line.getUTF8String(Judgement.CONTENT_TYPE)),
                bytes(line));
        if (path != null) {
            return Attention.marks(rules.catalogue(), hit);
        }
        if (tunnels.size() >= MOST_NAMES) {
            tunnels.clear();
        }
        Optional<Match> match =
                tunnels.computeIfAbsent(hit.host(), host -> rules.catalogue().match(host, null));
        return match.map(found -> Attention.marks(found, rules.catalogue().pace(found.site()), hit))
                .orElse(List.of());
    }

    private Somebody somebody(String logged) {
        if (logged.isBlank()) {
            return Somebody.NOBODY;
        }
        String name = rules.names().canonical(logged);
        return new Somebody(name, who.spells(name));
    }

    /** @param spells empty for somebody who is not staff */
    private record Somebody(String name, List<Who.Spell> spells) {
        /** A line without a user name. */
        static final Somebody NOBODY = new Somebody("", List.of());
    }

    /** @param bytes of the line for its first mark, which also counts the line; negative for later ones */
    private Fate mark(Marks mark, int site, List<Who.Spell> spells, long bytes) {
        Optional<Fate> refusal = rules.window().refusal(mark.quarter());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (Who.Spell spell : spells) {
            if (mark.quarter() >= spell.from() && mark.quarter() < spell.to()) {
                sums.add(spell.person(), site, mark, bytes);
                return Fate.COUNTED;
            }
        }
        return Fate.UNKNOWN_USER;
    }
}

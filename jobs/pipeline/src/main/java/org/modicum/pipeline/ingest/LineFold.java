package org.modicum.pipeline.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.modicum.policy.attention.Marks;

/**
 * Judges the lines of one partition and adds them up: sums of activity by person, site and quarter-hour, numbers of lines
 * by file and fate, malformed lines one by one, and a token for each person who is not in the directory. The user name
 * ends here. The sums are handed on whenever their room is full, so one huge file does not fill the memory.
 */
final class LineFold implements Iterator<Piece> {
    private static final UTF8String HIT = UTF8String.fromString("hit");
    private static final UTF8String SKIPPED = UTF8String.fromString("skipped");

    /** Spellings of user names that are remembered. */
    private static final int MOST_NAMES = 100_000;

    private final Iterator<InternalRow> lines;
    private final Judgement.Rules rules;
    private final Who who;
    /** By user name as logged. */
    private final Map<UTF8String, Somebody> people = new HashMap<>();

    private final Words files = new Words();
    private final Marking marking;

    private final Sums sums = new Sums();
    private final Map<String, Integer> sites = new HashMap<>();
    private final Map<String, long[]> fates = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    /** The line that was just read, if it was malformed. */
    private Piece malformed;

    /** Handed on next; null if it must be looked for. */
    private Piece ready;

    private boolean ended;

    LineFold(Iterator<InternalRow> lines, Judgement.Rules rules, Who who) {
        this.lines = lines;
        this.rules = rules;
        this.who = who;
        this.marking = new Marking(rules.catalogue());
        rules.catalogue().sites().forEach(site -> sites.put(site, sites.size()));
    }

    @Override
    public boolean hasNext() {
        if (ready == null && !ended) {
            ready = fold();
        }
        return ready != null;
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Piece next = ready;
        ready = null;
        return next;
    }

    private Piece fold() {
        while (lines.hasNext()) {
            line(lines.next());
            if (malformed != null) {
                Piece one = malformed;
                malformed = null;
                return one;
            }
            if (sums.isFull()) {
                return activity();
            }
        }
        if (!sums.isEmpty()) {
            return activity();
        }
        ended = true;
        return new Piece.Tally(fates, strangers);
    }

    private Piece activity() {
        PackedSums packed = sums.pack();
        sums.clear();
        return new Piece.Activity(packed);
    }

    private void line(InternalRow line) {
        Fate fate = fate(line);
        String file = files.of(line.getUTF8String(Judgement.FILE));
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
        malformed = new Piece.Malformed(
                line.getUTF8String(Judgement.FILE).toString(),
                line.getLong(Judgement.OFFSET),
                line.getInt(Judgement.LENGTH),
                line.getUTF8String(Judgement.REASON).toString());
        return Fate.MALFORMED;
    }

    /** A hit that covers several quarter-hours is one line: what became of the first of them became of the line. */
    private Fate hit(InternalRow line) {
        List<Marks> marks = marking.marks(line);
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
            Fate fate = mark(mark, site, somebody.spells(), first == null ? Marking.bytes(line) : -1);
            first = first == null ? fate : first;
        }
        if (first == Fate.UNKNOWN_USER) {
            strangers.add(rules.token(somebody.name()));
        }
        return first;
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
                sums.add(PackedSums.key(spell.person(), site, mark.quarter()), mark.deliberate(), mark.any(), bytes);
                return Fate.COUNTED;
            }
        }
        return Fate.UNKNOWN_USER;
    }
}

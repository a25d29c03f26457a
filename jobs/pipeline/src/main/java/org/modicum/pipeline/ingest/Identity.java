package org.modicum.pipeline.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells which content a file holds, by fingerprints and never by name. logrotate renames and compresses, people copy,
 * proxies append: all of these are the same content, read on from where it ended. A file that begins like a known
 * content and then goes another way is a new content, read from where the two last agreed, so that what they share is
 * not counted twice and what they do not share is not missed.
 */
record Identity(Optional<Known> same, long from) {
    /** A shared beginning shorter than this proves nothing: two proxies may start with the same notice. */
    private static final long LEAST_SHARED = 1024;

    /** Shorter than any line of a proxy log. */
    private static final long FIRST_MARK = 32;

    /** Offsets at which every content is marked, beside the end of what was read: 32, 64, 128, … bytes. */
    static SortedSet<Long> grid(long length) {
        SortedSet<Long> offsets = new TreeSet<>();
        for (long offset = FIRST_MARK; offset <= length && offset > 0; offset *= 2) {
            offsets.add(offset);
        }
        return offsets;
    }

    static Identity of(Content content, Collection<Known> known) {
        Identity best = new Identity(Optional.empty(), 0);
        for (Known one : known.stream()
                .sorted(Comparator.comparingLong(Known::readTo).reversed().thenComparing(Known::content))
                .toList()) {
            Agreement agreement = compare(content, one);
            if (agreement.whole()) {
                return new Identity(Optional.of(one), Math.min(one.readTo(), content.length()));
            }
            if (agreement.upTo() > best.from() && agreement.upTo() >= LEAST_SHARED) {
                best = new Identity(Optional.empty(), agreement.upTo());
            }
        }
        return best;
    }

    private static Agreement compare(Content content, Known known) {
        long upTo = 0;
        for (Map.Entry<Long, String> mark : known.marks().entrySet()) {
            if (mark.getKey() > content.length()) {
                // A shorter copy: as far as it goes, it agrees.
                return new Agreement(upTo > 0, upTo);
            }
            if (!content.markAt(mark.getKey()).equals(Optional.of(mark.getValue()))) {
                return new Agreement(false, upTo);
            }
            upTo = mark.getKey();
        }
        return new Agreement(upTo > 0, upTo);
    }

    private record Agreement(boolean whole, long upTo) {}
}

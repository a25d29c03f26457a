package org.modicum.policy.catalogue;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** What the catalogue says of one domain: excluded, or entries by path. */
record Domain(boolean excluded, List<Entry> entries) implements Serializable {
    static final Domain EXCLUDED = new Domain(true, List.of());

    /** @param pathPrefix as {@link PathPrefix} says; empty for the whole host */
    record Entry(String pathPrefix, Match match) implements Serializable {}

    static Domain of(List<Entry> entries) {
        return new Domain(
                false,
                entries.stream()
                        .sorted(Comparator.comparingInt(
                                        (Entry entry) -> entry.pathPrefix().length())
                                .reversed()
                                .thenComparing(Entry::pathPrefix))
                        .toList());
    }

    /** The entry with the longest prefix that covers the path; null if none does. */
    Match at(String path) {
        for (int i = 0; i < entries.size(); i++) {
            if (PathPrefix.covers(entries.get(i).pathPrefix(), path)) {
                return entries.get(i).match();
            }
        }
        return null;
    }
}

package org.modicum.pipeline.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/** Who is staff in the weeks that are being read, and under which pseudonyms. Its numbers hold within one run. */
final class Who implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, ArrayList<Spell>> spells = new HashMap<>();
    private final ArrayList<UTF8String> pseudonyms = new ArrayList<>();

    /**
     * A part of a week in which somebody is staff.
     *
     * @param person number of their pseudonym in that week
     * @param from seconds since the epoch
     * @param to exclusive
     */
    record Spell(int person, long from, long to) implements Serializable {}

    void add(String canonicalName, String pseudonym, long from, long to) {
        spells.computeIfAbsent(canonicalName, name -> new ArrayList<>()).add(new Spell(pseudonyms.size(), from, to));
        pseudonyms.add(UTF8String.fromString(pseudonym));
    }

    /** None for somebody who is not staff. */
    List<Spell> spells(String canonicalName) {
        return spells.getOrDefault(canonicalName, new ArrayList<>());
    }

    UTF8String pseudonym(int person) {
        return pseudonyms.get(person);
    }

    /** Without anybody's name. */
    @Override
    public String toString() {
        return "Who[" + spells.size() + "]";
    }
}

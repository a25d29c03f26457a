package org.modicum.policy.attention;

import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The slots of a day with deliberate evidence, site by site. */
final class SiteSlots {

    /** Sorted, so that equally busy sites are always tried in the same order. */
    private final SortedMap<String, BitSet> bySite = new TreeMap<>();

    BitSet of(String site) {
        return bySite.computeIfAbsent(site, unused -> new BitSet());
    }

    BitSet union() {
        BitSet union = new BitSet();
        bySite.values().forEach(union::or);
        return union;
    }

    /**
     * Gives each slot to one site. Among several with evidence the one that had the slot before keeps it, else the one
     * busiest on that day takes it. A slot without evidence (a closed gap) belongs to what was open before, or, where
     * nothing was, to what was opened next.
     *
     * @param slots the slots to give away; every run of them has evidence for some site
     * @return slots by site; they add up to the number of {@code slots}
     */
    Map<String, Integer> share(BitSet slots) {
        Map<String, Integer> shares = new TreeMap<>();
        BitSet evidence = union();
        String current = null;
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            boolean runs = slot > 0 && slots.get(slot - 1);
            if (!runs || evidence.get(slot)) {
                current = siteOf(evidence.nextSetBit(slot), runs ? current : null);
            }
            shares.merge(current, 1, Integer::sum);
        }
        return shares;
    }

    private String siteOf(int slot, String previous) {
        if (previous != null && bySite.get(previous).get(slot)) {
            return previous;
        }
        String best = null;
        int most = 0;
        for (Map.Entry<String, BitSet> entry : bySite.entrySet()) {
            int busy = entry.getValue().cardinality();
            if (entry.getValue().get(slot) && busy > most) {
                best = entry.getKey();
                most = busy;
            }
        }
        return best;
    }
}

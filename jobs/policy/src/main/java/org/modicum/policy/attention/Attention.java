package org.modicum.policy.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modicum.policy.catalogue.Catalogue;

/**
 * From a hit to the slots it marks. The answer depends on the hit alone and not on what came before it, so that a log
 * may be read in any order, in pieces and twice.
 */
public final class Attention {

    private Attention() {}

    /**
     * @return the slots the hit marks, a quarter-hour each, earliest first; empty if the host is on no site of the
     *     catalogue or the hit is nobody's use (a proxy authentication challenge, a denial, an error, an impossible
     *     duration)
     */
    public static List<Marks> marks(Catalogue catalogue, Hit hit) {
        if (Rules.isNobodysUse(hit)) {
            return List.of();
        }
        return catalogue
                .match(hit.host(), hit.path())
                .map(match -> marks(match.site(), Rules.evidence(match.use(), catalogue.pace(match.site()), hit)))
                .orElse(List.of());
    }

    private static List<Marks> marks(String site, Evidence evidence) {
        SortedMap<Long, Long> any = Slots.masks(evidence.any());
        SortedMap<Long, Long> deliberate =
                evidence.deliberate().map(Slots::masks).orElseGet(TreeMap::new);
        deliberate.forEach((quarter, mask) -> any.merge(quarter, mask, (one, other) -> one | other));
        List<Marks> marks = new ArrayList<>(any.size());
        for (Map.Entry<Long, Long> entry : any.entrySet()) {
            long quarter = entry.getKey();
            marks.add(new Marks(site, quarter, deliberate.getOrDefault(quarter, 0L), entry.getValue()));
        }
        return List.copyOf(marks);
    }
}

package org.modicum.policy.attention;

import java.util.ArrayList;
import java.util.List;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Pace;

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
        return catalogue
                .match(hit.host(), hit.path())
                .map(match -> marks(match, catalogue.pace(match.site()), hit))
                .orElse(List.of());
    }

    /**
     * The same for a hit whose place in the catalogue is known.
     *
     * @param match what the catalogue says of the hit's host and path
     * @param pace of the site
     */
    public static List<Marks> marks(Match match, Pace pace, Hit hit) {
        return Rules.isNobodysUse(hit) ? List.of() : marks(match.site(), Rules.evidence(match.use(), pace, hit));
    }

    private static List<Marks> marks(String site, Evidence evidence) {
        Slots any = Slots.of(evidence.any());
        Slots deliberate = evidence.deliberate().map(Slots::of).orElse(Slots.NONE);
        boolean passive = deliberate == Slots.NONE;
        long first = passive ? any.firstQuarter() : Math.min(any.firstQuarter(), deliberate.firstQuarter());
        long last = passive ? any.lastQuarter() : Math.max(any.lastQuarter(), deliberate.lastQuarter());
        List<Marks> marks = new ArrayList<>((int) (last - first + 1));
        for (long quarter = first; quarter <= last; quarter++) {
            long meant = deliberate.mask(quarter);
            long seen = any.mask(quarter) | meant;
            if (seen != 0) {
                marks.add(new Marks(site, quarter * Slots.QUARTER_SECONDS, meant, seen));
            }
        }
        return marks;
    }
}

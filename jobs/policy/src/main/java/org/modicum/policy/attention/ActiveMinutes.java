package org.modicum.policy.attention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.modicum.policy.protocol.WorkingTime;

/**
 * How long a person was really on social media in working time on one day. Two tabs are not two people: a slot counts
 * once, whatever the number of sites.
 *
 * <p>Work-related use does not count. A slot with deliberate evidence for a work-related and for another site is taken as
 * work, and so is a gap with work on either side: what cannot be told apart is decided for the person.
 */
public final class ActiveMinutes {

    private static final double SLOTS_PER_MINUTE = 60.0 / Slots.SECONDS;

    private ActiveMinutes() {}

    /**
     * @param day a day by the wall clock of the working time's zone
     * @param activities one person's, in any order, repeated or not; those of other days are left out
     * @param workingTime what lies outside does not count and closes no gap
     * @param workRelatedSites sites that are work for this person
     */
    public static DayMinutes of(
            LocalDate day, Collection<Activity> activities, WorkingTime workingTime, Set<String> workRelatedSites) {
        DaySlots slots = new DaySlots(day, workingTime);
        SiteSlots deliberate = new SiteSlots();
        SiteSlots deliberateAtWork = new SiteSlots();
        BitSet any = new BitSet();
        for (Activity activity : activities) {
            if (!isOn(day, activity, workingTime)) {
                continue;
            }
            boolean atWork = workRelatedSites.contains(activity.site());
            SiteSlots sites = atWork ? deliberateAtWork : deliberate;
            slots.add(activity.quarter(), activity.deliberate(), sites.of(activity.site()));
            if (!atWork) {
                slots.add(activity.quarter(), activity.deliberate() | activity.any(), any);
            }
        }
        BitSet work = deliberateAtWork.union();
        BitSet personal = deliberate.union();
        personal.andNot(work);
        Closed likely = Closed.of(personal, work, slots);
        any.andNot(work);
        Closed high = Closed.of(any, work, slots);
        int estimate = likely.personal().cardinality();
        return new DayMinutes(
                day,
                minutes(Math.min(personal.cardinality(), estimate * Method.CERTAIN_PERCENT / 100)),
                minutes(estimate),
                minutes(high.personal().cardinality()),
                minutes(deliberate.share(likely.personal())),
                minutes(deliberateAtWork.share(likely.work())));
    }

    private static boolean isOn(LocalDate day, Activity activity, WorkingTime workingTime) {
        return Instant.ofEpochSecond(activity.quarter())
                .atZone(workingTime.zone())
                .toLocalDate()
                .equals(day);
    }

    private static Map<String, Double> minutes(Map<String, Integer> slotsBySite) {
        Map<String, Double> minutes = new TreeMap<>();
        slotsBySite.forEach((site, slots) -> minutes.put(site, minutes(slots)));
        return Collections.unmodifiableMap(minutes);
    }

    private static double minutes(int slots) {
        return slots / SLOTS_PER_MINUTE;
    }
}

package org.modicum.pipeline.auditors;

import org.modicum.pipeline.settings.ReleaseSettings;
import org.modicum.policy.disclosure.Counts;
import org.modicum.policy.disclosure.Rules;

/**
 * Numbers of people, or of what is as good as people, by the disclosure rules of releases: rounded, and never so few
 * that somebody is meant.
 *
 * @param all people in the latest release, as published; 0 if it could tell of nobody
 */
record People(Counts counts, long all) {

    static People of(AsFound found, Published published) {
        ReleaseSettings release = found.settings().release();
        Rules rules = new Rules(release.minimumGroup(), release.roundTo(), release.dominance());
        long all = published.weeks().isEmpty()
                ? 0
                : Published.headcount(published.weeks().get(published.weeks().lastKey()));
        return new People(new Counts(rules), all);
    }

    /** In words: {@code fewer than 10}, {@code 25}. */
    String number(long people) {
        String shown = counts.show(people, Math.max(all, people));
        return shown.startsWith("<")
                ? "fewer than " + shown.substring(1)
                : shown.startsWith(">=") ? shown.substring(2) + " or more" : "about " + shown;
    }

    /** As a band: {@code <10%}; nothing of too few people to be told. */
    String share(long people) {
        String share = all == 0 ? "" : counts.share(counts.show(people, Math.max(all, people)), all);
        return share.isEmpty() ? "not told: too few people" : share;
    }
}

package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.modicum.policy.protocol.IsoWeek;

/**
 * Finds what a decision must lean on. Weeks in which a decision was taken afresh are anchors: a week is one if in every
 * anchor before it a whole batch of people was different, or if what it says differs from the closest of them. In every
 * other week the decision leans on the closest anchor. So, as long as behaviour does not change, anything said is a
 * function of sets of people that differ by at least a batch from each other, whoever comes and goes in between.
 *
 * <p>Which weeks are anchors follows from what was published, so nothing has to be remembered beside it.
 */
final class Past {
    private final SortedMap<IsoWeek, List<Cell>> releases;
    private final Membership membership;
    private final IsoWeek week;
    private final int batch;
    private final Map<Pair, Long> changed = new HashMap<>();

    private record Pair(Set<String> departments, IsoWeek one, IsoWeek other) {}

    private record Said<T>(IsoWeek week, T said) {}

    Past(Earlier earlier, IsoWeek week, Rules rules) {
        this.releases = earlier.releases().headMap(week);
        this.membership = earlier.membership();
        this.week = week;
        this.batch = rules.batch();
    }

    /** The last release before this week; empty before the first. */
    List<Cell> latest() {
        return releases.isEmpty() ? List.of() : releases.get(releases.lastKey());
    }

    /**
     * @param departments of the group that is decided about
     * @param said what a release says that may be leant on; empty if it says nothing of the kind
     * @return none if the decision is to be taken afresh
     */
    <T> Optional<Anchor<T>> anchor(Set<String> departments, Function<List<Cell>, Optional<T>> said) {
        List<Said<T>> anchors = new ArrayList<>();
        releases.forEach((earlierWeek, cells) -> said.apply(cells).ifPresent(value -> {
            Optional<Anchor<T>> closest = closest(anchors, departments, earlierWeek);
            if (closest.isEmpty() || !closest.get().said().equals(value)) {
                anchors.add(new Said<>(earlierWeek, value));
            }
        }));
        return closest(anchors, departments, week);
    }

    /** Of two that are as close, the later. */
    private <T> Optional<Anchor<T>> closest(List<Said<T>> anchors, Set<String> departments, IsoWeek to) {
        Optional<Anchor<T>> closest = Optional.empty();
        for (Said<T> anchor : anchors) {
            long people = changed.computeIfAbsent(
                    new Pair(departments, anchor.week(), to),
                    pair -> membership.changed(pair.departments(), pair.one(), pair.other()));
            if (people < batch && (closest.isEmpty() || people <= closest.get().changed())) {
                closest = Optional.of(new Anchor<>(anchor.said(), people));
            }
        }
        return closest;
    }
}

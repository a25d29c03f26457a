package org.modicum.pipeline.flag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.flag.GrantedPeople.Person;
import org.modicum.pipeline.flag.HeldRows.HeldRow;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.HeldWeeks;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.summarise.FrozenProtocols;
import org.modicum.pipeline.summarise.Releases;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.flag.Flag;
import org.modicum.policy.flag.Flags;
import org.modicum.policy.grant.VerifiedGrant;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;

/** Finds who of a grant's people was above, from the rows of those people alone. */
final class FlagFinder {
    private final Settings settings;
    private final Store store;
    private final HeldRows rows;

    FlagFinder(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.rows = new HeldRows(store, settings.zone());
    }

    String snapshot() {
        return rows.snapshot();
    }

    /** The granted weeks that can be looked at: released, so that nothing is added to them any more, and still held. */
    static SortedSet<IsoWeek> weeks(Store store, Weeks granted) {
        SortedSet<IsoWeek> weeks = new TreeSet<>(new Releases(store).weeks());
        weeks.retainAll(HeldWeeks.of(store));
        weeks.removeIf(week -> !granted.contains(week));
        return weeks;
    }

    /** Those whose working time and work-related use were not written down when they were met. */
    List<String> notFrozen(Set<IsoWeek> weeks) {
        FrozenProtocols frozen = FrozenProtocols.read(store, settings.protocols(), settings.workingTime(), weeks);
        return weeks.stream()
                .filter(week -> !frozen.isWhole(week))
                .map(IsoWeek::toString)
                .toList();
    }

    /** By name; of a whole department, those with flags. */
    List<FlagFile.Person> people(VerifiedGrant granted, Set<IsoWeek> weeks) {
        Staff staff = StaffDirectory.read(settings.directory());
        GrantedPeople people = new GrantedPeople(granted, settings, staff);
        FrozenProtocols frozen = FrozenProtocols.read(store, settings.protocols(), settings.workingTime(), weeks);
        Map<String, List<FlagFile.Above>> flags = new TreeMap<>();
        if (!granted.namesOnlyThoseAbove()) {
            granted.grant()
                    .purpose()
                    .people()
                    .forEach(subject -> flags.put(subject.person().text(), new ArrayList<>()));
        }
        for (IsoWeek week : weeks) {
            Map<String, Person> own = people.in(week, frozen.of(week, staff.departments()));
            own.values().removeIf(person -> person.days().isEmpty());
            Set<String> work = work(own.values());
            rows.of(week, own.keySet(), site -> granted.grant().sites().contains(site) || work.contains(site))
                    .forEach((pseudonym, held) -> add(week, own.get(pseudonym), held, granted, flags));
        }
        return flags.entrySet().stream()
                .map(entry -> new FlagFile.Person(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Sites that are work for some of them: they speak for a person, granted or not. */
    private static Set<String> work(Collection<Person> people) {
        return people.stream()
                .flatMap(person -> person.days().stream())
                .flatMap(day -> day.workRelatedSites().stream())
                .collect(Collectors.toSet());
    }

    private static void add(
            IsoWeek week,
            Person person,
            List<HeldRow> held,
            VerifiedGrant granted,
            Map<String, List<FlagFile.Above>> flags) {
        List<Activity> activities = held.stream().map(HeldRow::activity).toList();
        for (Flag flag : Flags.of(person.days(), activities, granted.grant().sites())) {
            flags.computeIfAbsent(person.name(), any -> new ArrayList<>())
                    .add(FlagFile.Above.of(week.toString(), flag));
        }
    }
}

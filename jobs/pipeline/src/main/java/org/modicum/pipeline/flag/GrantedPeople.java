package org.modicum.pipeline.flag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.summarise.Scope;
import org.modicum.policy.flag.PersonDay;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.VerifiedGrant;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.pseudonym.Pseudonym;

/** Whom a grant allows to look at, week by week. The one place where a pseudonym gets its name back. */
final class GrantedPeople {
    private final VerifiedGrant granted;
    private final Settings settings;
    private final Staff staff;

    GrantedPeople(VerifiedGrant granted, Settings settings, Staff staff) {
        this.granted = granted;
        this.settings = settings;
        this.staff = staff;
    }

    /**
     * One of them in one week.
     *
     * @param days the working days that the grant is about: those in its department; all, in a report to the person
     */
    record Person(String name, List<PersonDay> days) {
        /** Without the name, so that it cannot slip into a log. */
        @Override
        public String toString() {
            return "Person[days=" + days.size() + "]";
        }
    }

    /**
     * The people of a week by their pseudonym in it.
     *
     * @param protocols what was in force in that week in every department of the staff
     * @throws IllegalArgumentException if the grant is not about that week
     * @throws org.modicum.pipeline.exit.ExitException if the week's key is gone
     */
    Map<String, Person> in(IsoWeek week, Map<String, InForce> protocols) {
        Map<String, Person> people = new HashMap<>();
        pseudonyms(week)
                .forEach((pseudonym, name) -> people.put(pseudonym, new Person(name, days(name, week, protocols))));
        return people;
    }

    /**
     * Their names alone, by their pseudonym in a week.
     *
     * @throws IllegalArgumentException if the grant is not about that week
     * @throws org.modicum.pipeline.exit.ExitException if the week's key is gone
     */
    Map<String, String> pseudonyms(IsoWeek week) {
        if (!granted.grant().weeks().contains(week)) {
            throw new IllegalArgumentException("The grant is not about " + week);
        }
        byte[] key = new KeyFolder(settings.keys()).existing(week);
        Map<String, String> people = new HashMap<>();
        for (String name : names(week)) {
            people.put(Pseudonym.of(key, name), name);
        }
        return people;
    }

    /** The people whom the grant names; of a whole department those who are in it in that week. */
    private Set<String> names(IsoWeek week) {
        Set<String> names = new TreeSet<>();
        if (granted.grant().purpose() instanceof Purpose.WholeDepartment whole) {
            staff.members().stream()
                    .filter(member -> member.department().equals(whole.department()) && isIn(member, week))
                    .forEach(member -> names.add(member.username()));
        }
        granted.grant()
                .purpose()
                .people()
                .forEach(subject -> names.add(subject.person().text()));
        return names;
    }

    private List<PersonDay> days(String name, IsoWeek week, Map<String, InForce> protocols) {
        List<Member> own = staff.members().stream()
                .filter(member -> member.username().equals(name))
                .toList();
        return Scope.of(new Staff(own, staff.absences()), week, protocols).days().stream()
                .filter(day -> isAbout(name, day.department()))
                .map(day -> new PersonDay(
                        day.department(),
                        day.day(),
                        protocols.get(day.department()).workingTime(),
                        day.workRelatedSites(),
                        protocols.get(day.department()).threshold()))
                .toList();
    }

    private boolean isAbout(String name, String department) {
        Purpose purpose = granted.grant().purpose();
        if (purpose instanceof Purpose.WholeDepartment whole) {
            return whole.department().equals(department);
        }
        return purpose instanceof Purpose.SubjectReport
                || purpose.people().stream()
                        .anyMatch(subject -> subject.person().text().equals(name)
                                && subject.department().equals(department));
    }

    private static boolean isIn(Member member, IsoWeek week) {
        return !member.from().isAfter(week.sunday()) && !member.to().isBefore(week.monday());
    }
}

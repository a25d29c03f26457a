package org.modicum.pipeline.flag;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;

/**
 * The grants that were about a person: found by reading those that were handed in, as the log has no names. What they
 * say of others (who asked, who approved, who else was named) is left out.
 */
final class TouchingGrants {
    private final GrantDesk desk;
    private final List<Entry> entries;
    private final Instant now;

    TouchingGrants(GrantDesk desk, List<Entry> entries, Instant now) {
        this.desk = desk;
        this.entries = List.copyOf(entries);
        this.now = now;
    }

    /** @param unread how many grants of the log could not be read here */
    record Found(List<SubjectReportFile.Touched> grants, int unread) {}

    /** @param staff to tell the person's departments, and an older spelling of their name from somebody else's */
    Found of(UserName person, Staff staff, List<Path> files) {
        List<Member> member = staff.members().stream()
                .filter(one -> one.username().equals(person.text()))
                .toList();
        Set<String> others = staff.members().stream()
                .map(Member::username)
                .filter(name -> !name.equals(person.text()))
                .collect(Collectors.toSet());
        Set<String> unread = entries.stream()
                .filter(entry -> entry.kind() == Kind.GRANT_REQUESTED)
                .map(entry -> entry.text("grant"))
                .collect(Collectors.toCollection(HashSet::new));
        List<SubjectReportFile.Touched> touched = new ArrayList<>();
        for (Path file : files) {
            Optional<Signed<Grant>> read =
                    desk.look(GrantFolder.read(file), now).grant();
            read.ifPresent(grant -> unread.remove(grant.digest()));
            read.filter(grant -> isAbout(grant.document(), person, member, others))
                    .ifPresent(grant -> touched.add(touched(grant)));
        }
        return new Found(touched, unread.size());
    }

    private static boolean isAbout(Grant grant, UserName person, List<Member> member, Set<String> others) {
        if (grant.purpose() instanceof Purpose.WholeDepartment whole) {
            return member.stream()
                    .anyMatch(one -> one.department().equals(whole.department())
                            && !one.from().isAfter(grant.weeks().to().sunday())
                            && !one.to().isBefore(grant.weeks().from().monday()));
        }
        return grant.purpose().people().stream()
                .map(Subject::person)
                .anyMatch(subject -> subject.mayBe(person) && !others.contains(subject.text()));
    }

    private SubjectReportFile.Touched touched(Signed<Grant> signed) {
        Grant grant = signed.document();
        return new SubjectReportFile.Touched(
                grant.caseReference().text(),
                signed.digest(),
                grant.purpose().word(),
                grant.purpose() instanceof Purpose.WholeDepartment ? "their department" : "them by name",
                grant.weeks().from().toString(),
                grant.weeks().to().toString(),
                grant.sites().names(),
                SubjectReportFile.lines(entries.stream()
                        .filter(entry -> entry.digests().contains(signed.digest()))
                        .filter(entry -> entry.kind() != Kind.GRANT_SIGNED)
                        .toList()));
    }
}

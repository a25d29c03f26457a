package org.modicum.pipeline.grant;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.grant.StaffRecords;
import org.modicum.policy.grant.UserName;

/** The staff directory, as far as grants ask it. */
record DirectoryRecords(Staff staff, UserNames names) implements StaffRecords {

    @Override
    public Set<String> departments(UserName person, LocalDate from, LocalDate to) {
        if (!names.canonical(person.text()).equals(person.text())) {
            return Set.of();
        }
        return members(from, to)
                .filter(member -> member.username().equals(person.text()))
                .map(Member::department)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean hasDepartment(String department, LocalDate from, LocalDate to) {
        return members(from, to).anyMatch(member -> member.department().equals(department));
    }

    private Stream<Member> members(LocalDate from, LocalDate to) {
        return staff.members().stream()
                .filter(member -> !member.from().isAfter(to) && !member.to().isBefore(from));
    }
}

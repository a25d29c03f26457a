package org.modicum.pipeline.grant;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.grant.StaffRecords;
import org.modicum.policy.grant.UserName;

/** The staff directory, asked about one person at a time. */
record DirectoryRecords(Staff staff, UserNames names) implements StaffRecords {

    @Override
    public Set<String> departments(UserName person, LocalDate from, LocalDate to) {
        if (!names.canonical(person.text()).equals(person.text())) {
            return Set.of();
        }
        return staff.members().stream()
                .filter(member -> member.username().equals(person.text()))
                .filter(member -> !member.from().isAfter(to) && !member.to().isBefore(from))
                .map(member -> member.department())
                .collect(Collectors.toSet());
    }
}

package org.modicum.pipeline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTest {

    private static final Staff STAFF = new Staff(
            List.of(
                    member("zoe", "Library", "2026-01-01", "2026-03-31"),
                    member("ann", "Library", "2026-02-04", "2026-12-31"),
                    member("ann", "Registry", "2026-01-01", "2026-02-03"),
                    member("bob", "Registry", "2026-02-01", "2026-12-31")),
            List.of());

    private static Member member(String username, String department, String from, String to) {
        return new Member(username, department, "PS", "", Set.of(), LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "ann, 2025-12-31, -",
        "ann, 2026-01-01, Registry",
        "ann, 2026-02-03, Registry",
        "ann, 2026-02-04, Library",
        "ann, 2026-12-31, Library",
        "ann, 2027-01-01, -",
        "zoe, 2026-03-31, Library",
        "zoe, 2026-04-01, -",
        "bob, 2026-01-31, -",
        "student, 2026-02-03, -",
        "a, 2026-02-03, -",
        "zz, 2026-02-03, -",
    })
    void aPersonIsInOneDepartmentOnEachDay(String username, LocalDate day, String department) {
        assertThat(STAFF.memberOn(username, day).map(Member::department).orElse("-"))
                .isEqualTo(department);
    }

    @Test
    void theDayOfTheChangeBelongsToTheNewDepartment() {
        assertThat(STAFF.departmentsOn(LocalDate.of(2026, 2, 3)))
                .hasEntrySatisfying(
                        "Registry",
                        members ->
                                assertThat(members).extracting(Member::username).containsExactly("ann", "bob"))
                .hasEntrySatisfying(
                        "Library",
                        members ->
                                assertThat(members).extracting(Member::username).containsExactly("zoe"));
        assertThat(STAFF.departmentsOn(LocalDate.of(2026, 2, 4)))
                .hasEntrySatisfying(
                        "Library",
                        members ->
                                assertThat(members).extracting(Member::username).containsExactly("ann", "zoe"));
    }

    @Test
    void aDepartmentWithoutAnybodyIsNotThere() {
        assertThat(STAFF.departmentsOn(LocalDate.of(2025, 1, 1))).isEmpty();
        assertThat(STAFF.membersOn(LocalDate.of(2025, 1, 1))).isEmpty();
    }

    @Test
    void everybodyIsListedOnceAndMembershipsInOrder() {
        assertThat(STAFF.usernames()).containsExactlyInAnyOrder("ann", "bob", "zoe");
        assertThat(STAFF.membershipsOf("ann")).extracting(Member::department).containsExactly("Registry", "Library");
    }
}

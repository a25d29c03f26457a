package org.modicum.pipeline.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.grant.UserName;

class DirectoryRecordsTest {
    private static final DirectoryRecords RECORDS = new DirectoryRecords(
            new Staff(
                    List.of(
                            member("a.smith", "Registry", "2020-01-01", "2026-03-05"),
                            member("a.smith", "Estates", "2026-03-06", "2026-12-31"),
                            member("b.old", "Library", "2019-01-01", "2025-12-31")),
                    List.of()),
            new UserNames(true, true, true));

    @ParameterizedTest
    @CsvSource({
        "a.smith, 2026-03-01, 2026-03-05, Registry",
        "a.smith, 2026-03-05, 2026-03-06, Registry Estates",
        "a.smith, 2026-03-06, 2026-03-06, Estates",
        "a.smith, 2027-01-01, 2027-01-01, ''",
        "A.Smith, 2026-03-06, 2026-03-06, ''",
        "STAFF\\a.smith, 2026-03-06, 2026-03-06, ''",
        "b.old, 2026-01-01, 2026-12-31, ''",
        "b.old, 2025-12-31, 2026-12-31, Library",
        "n.obody, 2026-01-01, 2026-12-31, ''"
    })
    void thePersonsDepartmentsOnTheseDaysUnderTheDirectorysOwnSpelling(
            String person, LocalDate from, LocalDate to, String departments) {
        Set<String> expected = departments.isEmpty() ? Set.of() : Set.of(departments.split(" "));
        assertThat(RECORDS.departments(new UserName(person), from, to)).isEqualTo(expected);
    }

    private static Member member(String person, String department, String from, String to) {
        return new Member(person, department, "Central", "", Set.of(), LocalDate.parse(from), LocalDate.parse(to));
    }
}

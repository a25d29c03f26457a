package org.modicum.pipeline.auditors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;

/**
 * The grants that are still here, as they stand today. Of the people in them nothing comes out but how many they are.
 *
 * @param people different people whom grants name, those who asked for a report about themselves left out
 * @param departments grants that are for a whole department
 */
record GrantsHeld(List<Grant> grants, int people, int departments) {

    /** A grant whose signatures hold. */
    record Grant(String digest, String weeks, String until, List<Refusal> reasons) {
        String state() {
            if (reasons.isEmpty()) {
                return "in force";
            }
            if (reasons.contains(Refusal.EXPIRED)) {
                return "expired";
            }
            if (reasons.contains(Refusal.USED_UP)) {
                return "used up";
            }
            return isDoubtful()
                    ? "DOES NOT HOLD: " + reasons.stream().map(Refusal::name).collect(Collectors.joining(", "))
                    : "not in force yet";
        }

        boolean isDoubtful() {
            return reasons.stream()
                            .noneMatch(reason -> reason == Refusal.EXPIRED
                                    || reason == Refusal.USED_UP
                                    || reason == Refusal.REVOKED
                                    || reason == Refusal.NOT_YET_VALID)
                    && !reasons.isEmpty();
        }
    }

    static GrantsHeld of(AsFound found) {
        if (!found.log().holds()) {
            return new GrantsHeld(List.of(), 0, 0);
        }
        GrantDesk desk = new GrantDesk(found.settings(), found.log(), found.run());
        List<Grant> grants = new ArrayList<>();
        Set<UserName> people = new HashSet<>();
        int departments = 0;
        for (Path file : new GrantFolder(found.settings().grants()).grants()) {
            GrantDesk.Standing standing;
            try {
                standing = desk.look(GrantFolder.read(file), found.now());
            } catch (ExitException e) {
                continue; // it went meanwhile
            }
            if (standing.grant().isPresent()) {
                Signed<org.modicum.policy.grant.Grant> read = standing.grant().get();
                grants.add(new Grant(
                        read.digest(),
                        read.document().weeks().from() + " to "
                                + read.document().weeks().to(),
                        read.document().notAfter().toString(),
                        standing.reasons()));
                Purpose purpose = read.document().purpose();
                departments += purpose instanceof Purpose.WholeDepartment ? 1 : 0;
                if (!(purpose instanceof Purpose.SubjectReport)) {
                    purpose.people().stream().map(Subject::person).forEach(people::add);
                }
            }
        }
        return new GrantsHeld(grants, people.size(), departments);
    }

    Optional<Grant> of(String digest) {
        return grants.stream().filter(grant -> grant.digest().equals(digest)).findFirst();
    }

    long notInTheLog(ReadLog log) {
        Set<String> logged =
                log.of(Kind.GRANT_REQUESTED).map(entry -> entry.text("grant")).collect(Collectors.toSet());
        return grants.stream().filter(grant -> !logged.contains(grant.digest())).count();
    }
}

package org.modicum.pipeline.auditors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;

/**
 * The grants that are still here, as they stand today. Of the people in them nothing comes out but how many they are.
 *
 * @param strangers files among them that are in no entry of the log
 * @param people different people whom grants name, those who asked for a report about themselves left out
 * @param departments grants that are for a whole department
 * @param isKnown whether staff, registry and revocations could be read, without which no grant can be checked
 */
record GrantsHeld(List<GrantHere> grants, int strangers, int people, int departments, boolean isKnown) {
    private static final Pattern NAME = Pattern.compile(".*-([0-9a-f]{16})[.]json");

    static GrantsHeld of(AsFound found) {
        if (!found.log().holds()) {
            return new GrantsHeld(List.of(), 0, 0, 0, false);
        }
        GrantDesk desk = new GrantDesk(found.settings(), found.log(), found.run());
        Set<String> logged = found.log()
                .of(Kind.GRANT_REQUESTED)
                .map(entry -> Words.digest(entry.text("grant")))
                .collect(Collectors.toSet());
        List<GrantHere> grants = new ArrayList<>();
        Set<UserName> people = new HashSet<>();
        int departments = 0;
        int strangers = 0;
        boolean known = true;
        for (Path file : new GrantFolder(found.settings().grants()).grants()) {
            GrantDesk.Standing standing = desk.look(GrantFolder.read(file), found.now());
            known &= !standing.reasons().contains(Refusal.RECORDS_UNREADABLE);
            GrantHere grant = grant(file, standing);
            strangers += logged.contains(grant.digest()) ? 0 : 1;
            grants.add(grant);
            if (standing.grant().isPresent()) {
                Purpose purpose = standing.grant().get().document().purpose();
                departments += purpose instanceof Purpose.WholeDepartment ? 1 : 0;
                if (!(purpose instanceof Purpose.SubjectReport)) {
                    purpose.people().stream().map(Subject::person).forEach(people::add);
                }
            }
        }
        return new GrantsHeld(grants, strangers, people.size(), departments, known);
    }

    private static GrantHere grant(Path file, GrantDesk.Standing standing) {
        return standing.grant()
                .map(read -> new GrantHere(
                        Words.digest(read.digest()),
                        read.document().weeks().from() + " to "
                                + read.document().weeks().to(),
                        read.document().notAfter().toString(),
                        standing.reasons()))
                .orElseGet(() -> new GrantHere(named(file), "", "", standing.reasons()));
    }

    /** What the name of the file says; empty if it is called in another way. */
    private static String named(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    Optional<GrantHere> of(String digest) {
        return grants.stream()
                .filter(grant -> grant.digest().equals(Words.digest(digest)))
                .findFirst();
    }
}

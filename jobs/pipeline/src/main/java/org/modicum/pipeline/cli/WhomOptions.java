package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.retention.Hold;
import picocli.CommandLine.Option;

/** Whom a grant is about, and why: exactly one of its four kinds. */
final class WhomOptions {
    @Option(names = "--reason", paramLabel = "REASON", description = "EXCESSIVE_USE or POLICY_BREACH (paragraph 24).")
    String reason;

    @Option(
            names = "--subject",
            paramLabel = "USER=DEPARTMENT",
            description = "A person it is about, and where they work. Once for each, at most 10.")
    List<String> subjects = List.of();

    @Option(
            names = "--department",
            paramLabel = "NAME",
            description = "In place of subjects: a whole department. Needs three signatures, one for data protection.")
    String department;

    @Option(
            names = "--own-request",
            paramLabel = "FILE",
            description = "A subject report: the person's own request, which stays where it is. With one --subject.")
    Path request;

    @Option(
            names = "--for-hold",
            paramLabel = "FILE|DIGEST",
            description = "A copy for a hold about a person: the hold's draft, or its digest. With one --subject.")
    String hold;

    boolean isReport() {
        return request != null;
    }

    /** @return empty if anything is missing or wrong, which the answers tell */
    Optional<Purpose> ask(Answers answers) {
        refuseTwoKinds();
        if (hold != null) {
            String digest = digestOfHold();
            return people(answers).map(people -> new Purpose.HoldCopy(people.get(0), digest));
        }
        if (department != null) {
            Optional<Reason> why = reason(answers);
            return why.map(one -> new Purpose.WholeDepartment(one, department));
        }
        Optional<String> digest =
                isReport() ? Optional.of(Digests.sha256(GrantFolder.read(request))) : Optional.empty();
        Optional<Reason> why = isReport() ? Optional.empty() : reason(answers);
        Optional<List<Subject>> people = people(answers);
        if (isReport()) {
            return people.map(one -> new Purpose.SubjectReport(one.get(0), digest.orElseThrow()));
        }
        return why.isPresent() && people.isPresent()
                ? Optional.of(new Purpose.NamedSubjects(why.get(), people.get()))
                : Optional.empty();
    }

    /** What options say is one person each: a department may have a comma in its name. */
    private Optional<List<Subject>> people(Answers answers) {
        if (!subjects.isEmpty()) {
            return Optional.of(subjects.stream().map(WhomOptions::subject).toList());
        }
        return answers.read(
                null,
                isReport() || hold != null ? "--subject" : "--subject or --department",
                "People it is about, as USER=DEPARTMENT, separated by commas",
                WhomOptions::subjects);
    }

    private void refuseTwoKinds() {
        if (department != null && (!subjects.isEmpty() || isReport())) {
            throw new ExitException(ExitCode.USAGE, "--department stands alone: a grant is of one kind.");
        }
        if (hold != null && (reason != null || subjects.size() > 1 || department != null || isReport())) {
            throw new ExitException(
                    ExitCode.USAGE, "A copy for a hold has one --subject and no --reason: the hold has it.");
        }
        if (isReport() && (reason != null || subjects.size() > 1)) {
            throw new ExitException(
                    ExitCode.USAGE, "A subject report has one --subject and no --reason: the person asks.");
        }
    }

    private String digestOfHold() {
        if (hold.matches("[0-9a-f]{64}")) {
            return hold;
        }
        byte[] body = GrantFolder.read(Path.of(hold));
        Hold.parse(body);
        return Digests.sha256(body);
    }

    private Optional<Reason> reason(Answers answers) {
        return answers.read(reason, "--reason", "Reason: EXCESSIVE_USE or POLICY_BREACH", WhomOptions::reason);
    }

    private static Reason reason(String written) {
        try {
            return Reason.valueOf(written.replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ExitException(
                    ExitCode.USAGE, "The reason is EXCESSIVE_USE or POLICY_BREACH; paragraph 24 has no third.", e);
        }
    }

    private static List<Subject> subjects(String written) {
        List<Subject> people =
                Arrays.stream(written.split(",")).map(WhomOptions::subject).toList();
        new Purpose.NamedSubjects(Reason.EXCESSIVE_USE, people); // so that two of one person are told at once
        return people;
    }

    private static Subject subject(String written) {
        int equals = written.lastIndexOf('=');
        if (equals < 0) {
            throw new ExitException(ExitCode.USAGE, "A subject is written USER=DEPARTMENT.");
        }
        return new Subject(
                new UserName(written.substring(0, equals).strip()),
                written.substring(equals + 1).strip());
    }
}

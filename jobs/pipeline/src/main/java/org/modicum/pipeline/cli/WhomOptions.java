package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    void ask(Answers answers) {
        if (request == null && hold == null) {
            reason = answers.or(reason, "--reason", "Reason: EXCESSIVE_USE or POLICY_BREACH");
        }
        if (subjects.isEmpty() && department == null) {
            String written = answers.or(
                    null, "--subject or --department", "People it is about, as USER=DEPARTMENT, separated by commas");
            subjects = Arrays.stream(written.split(",")).map(String::strip).toList();
        }
    }

    Purpose purpose() {
        if (hold != null) {
            if (reason != null || subjects.size() != 1 || department != null || request != null) {
                throw new ExitException(
                        ExitCode.USAGE, "A copy for a hold has one --subject and no --reason: the hold has it.");
            }
            return new Purpose.HoldCopy(subject(subjects.get(0)), digestOfHold());
        }
        if (department != null && (!subjects.isEmpty() || request != null)) {
            throw new ExitException(ExitCode.USAGE, "--department stands alone: a grant is of one kind.");
        }
        if (request != null) {
            if (reason != null || subjects.size() != 1) {
                throw new ExitException(
                        ExitCode.USAGE, "A subject report has one --subject and no --reason: the person asks.");
            }
            return new Purpose.SubjectReport(subject(subjects.get(0)), Digests.sha256(GrantFolder.read(request)));
        }
        if (department != null) {
            return new Purpose.WholeDepartment(reason(), department);
        }
        return new Purpose.NamedSubjects(
                reason(), subjects.stream().map(WhomOptions::subject).toList());
    }

    private String digestOfHold() {
        if (hold.matches("[0-9a-f]{64}")) {
            return hold;
        }
        byte[] body = GrantFolder.read(Path.of(hold));
        Hold.parse(body);
        return Digests.sha256(body);
    }

    private Reason reason() {
        try {
            return Reason.valueOf(reason.replace('-', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ExitException(
                    ExitCode.USAGE, "The reason is EXCESSIVE_USE or POLICY_BREACH; paragraph 24 has no third.", e);
        }
    }

    private static Subject subject(String written) {
        int equals = written.lastIndexOf('=');
        if (equals < 0) {
            throw new ExitException(ExitCode.USAGE, "A subject is written USER=DEPARTMENT.");
        }
        return new Subject(new UserName(written.substring(0, equals)), written.substring(equals + 1));
    }
}

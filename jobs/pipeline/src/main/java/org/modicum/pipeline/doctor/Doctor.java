package org.modicum.pipeline.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.PublicKeys;
import org.modicum.pipeline.audit.log.LogReader;
import org.modicum.pipeline.directory.Staff;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.audit.SignatureType;

/** Looks at everything a first run needs, and tells numbers alone: of log lines and of the directory nothing is shown or kept. */
public final class Doctor {
    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Settings settings;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    static List<Finding> examine(Settings settings, Instant now) {
        Doctor doctor = new Doctor(settings, now);
        doctor.java();
        settings.sources().forEach(source -> doctor.findings.addAll(SourceCheck.of(settings, source, now)));
        if (settings.sources().isEmpty()) {
            doctor.wrong("sources: none", "Add one under modicum.sources, with its sanction.");
        }
        doctor.directory();
        doctor.protocols();
        doctor.well("catalogue: " + settings.catalogue().sites().size() + " sites");
        doctor.controller();
        doctor.home();
        doctor.keys();
        doctor.auditLog();
        return doctor.findings;
    }

    private void java() {
        int version = Runtime.version().feature();
        if (version >= 17) {
            well("Java " + Runtime.version());
        } else {
            wrong("Java " + Runtime.version(), "Install JDK 17 or later and set JAVA_HOME.");
        }
    }

    private void directory() {
        Path file = settings.directory().path();
        Problems problems = new Problems();
        Staff staff = StaffDirectory.read(settings.directory(), problems);
        if (!problems.isEmpty()) {
            problems.list().forEach(problem -> wrong("directory: " + problem, "Mend that line of your staff export."));
        } else if (staff.members().isEmpty()) {
            wrong("directory " + file + " has nobody in it", "Export your staff list there as CSV.");
        } else {
            well("directory " + file + ": " + staff.departments().size() + " departments");
            departments(staff);
        }
    }

    /** A protocol that is for no department measures nobody, and its line manager does not know. */
    private void departments(Staff staff) {
        Set<String> known = staff.departments();
        settings.protocols().keySet().stream()
                .filter(department -> !known.contains(department))
                .sorted()
                .forEach(department -> wrong(
                        "protocols: there is no department " + department + " in the directory",
                        "Write its name as the directory does, or remove the protocol."));
    }

    private void protocols() {
        if (settings.protocols().isEmpty()) {
            well("protocols: none; every department is summarised without a threshold");
        } else {
            well("protocols: " + settings.protocols().size() + " departments");
        }
    }

    /** No run needs it, so it is nothing to mend; but a notice that does not say who answers is none. */
    private void controller() {
        well(
                settings.controller().isComplete()
                        ? "controller: " + settings.controller().name().orElseThrow()
                        : "controller: not all of modicum.controller is set, which the record of processing and the notice"
                                + " to staff (audit report) will say");
    }

    private void home() {
        Path existing = settings.home();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isWritable(existing)) {
            wrong(
                    "home " + settings.home() + " cannot be written",
                    "Create it for the user that runs modicum (mode 700).");
            return;
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                wrong(
                        "home " + settings.home() + ": less than 1 GiB is free",
                        "Make room, or set home to a larger disk.");
            } else {
                well("home " + settings.home());
            }
        } catch (IOException e) {
            wrong("home " + settings.home() + ": its disk cannot be asked", "Check that the disk is mounted.");
        }
    }

    private void keys() {
        Path folder = settings.keys();
        if (!Files.isDirectory(folder)) {
            well("keys: " + folder + " will be made at the first run (back it up apart from the warehouse)");
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> open = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                    open.add(file);
                }
            }
            if (open.isEmpty()) {
                well("keys " + folder + ": closed to others");
            } else {
                wrong(open.size() + " key files in " + folder + " can be read by others", "chmod 600 " + folder + "/*");
            }
        } catch (IOException e) {
            wrong("keys " + folder + " cannot be looked into", "Run doctor as the user that runs modicum.");
        }
    }

    private void auditLog() {
        Path log = settings.audit();
        if (!Files.exists(log)) {
            well("audit log: " + log + " will be begun at the first run under the name " + settings.auditOrigin()
                    + ", for good (modicum.audit-origin)");
            return;
        }
        try {
            NoteKey key = PublicKeys.parse(log.resolve(AuditLog.PUBLIC_KEY).toString(), SignatureType.LOG);
            int problems = LogReader.of(log, List.of(key)).verify().size();
            if (problems == 0) {
                well("audit log " + log + ": whole");
            } else {
                wrong("audit log " + log + " does not hold (" + problems + ")", "Run modicum audit verify.");
            }
        } catch (ExitException | UncheckedIOException e) {
            wrong("audit log " + log + " cannot be read", "Run doctor as the user that runs modicum.");
        }
    }

    private void well(String what) {
        findings.add(Finding.well(what));
    }

    private void wrong(String what, String remedy) {
        findings.add(Finding.wrong(what, remedy));
    }
}

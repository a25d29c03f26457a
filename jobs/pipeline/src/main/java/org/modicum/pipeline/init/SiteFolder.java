package org.modicum.pipeline.init;

import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.StaffDirectory;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.report.FolderName;
import org.modicum.pipeline.settings.DirectorySettings;
import org.modicum.pipeline.settings.Problems;

/** The folder of a new site. Nothing that is there already is touched. */
public final class SiteFolder {
    private static final String STAFF_HEADER = "username,department,faculty,line_manager,roles,from,to\n";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    public SiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path settings() {
        return folder.resolve("modicum.conf");
    }

    /** What was written, in order; what was there already is not among it. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /**
     * Writes the settings, the catalogue of sites, a staff file with nobody in it if there is none, and the home.
     *
     * @throws ExitException if there are settings already
     */
    public void write(NewSite site) {
        if (Files.exists(settings())) {
            throw new ExitException(
                    ExitCode.USAGE, settings() + " is there already, and is left alone. Choose another folder.");
        }
        try {
            Files.createDirectories(folder);
            Path home = folder.resolve("var");
            if (Files.notExists(home)) {
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                written.add(home);
            }
            Files.createDirectories(folder.resolve("protocols"));
            text("staff.csv", STAFF_HEADER);
            text("sites.conf", """
                    # This site's catalogue: the shipped one, and whatever is added here. See docs/reference/sites.md.
                    include classpath("modicum/sites.conf")
                    """);
            text("modicum.conf", conf(site));
        } catch (IOException e) {
            throw new UncheckedIOException("The site could not be written below " + folder, e);
        }
    }

    /**
     * Writes a protocol for each department of the staff file that has none, with everything but its name for its line
     * manager to set.
     */
    public void writeProtocols(DirectorySettings directory) {
        Problems problems = new Problems();
        Map<String, String> managers = new TreeMap<>();
        // What is wrong with the file the doctor says.
        for (Member member : StaffDirectory.read(directory, problems).members()) {
            managers.merge(member.department(), member.lineManager(), (one, other) -> one.equals(other) ? one : "");
        }
        try {
            for (Map.Entry<String, String> department : managers.entrySet()) {
                text(
                        "protocols/" + FolderName.of(department.getKey()) + ".conf",
                        protocol(department.getKey(), department.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The protocols could not be written below " + folder, e);
        }
    }

    /** Without one line manager whom all of the department have, it is all comment, and passed over until it is one's. */
    private static String protocol(String department, String manager) {
        String sign = manager.isEmpty() ? "#" : "";
        return """
                # The department's own rules (paragraph 23 of the policy), for its line manager to set. Take the sign # off what
                # you set. A file in which nothing is set is passed over.
                %sdepartment = %s
                %sline-manager = %s

                # Active minutes above which use may be excessive, from an ISO week that has not begun. Without it the
                # department gets a summary without a threshold.
                #thresholds = [ { from = 2026-W01, minutes = 60, per = day } ]

                # When the department works, if not as under working-time in modicum.conf.
                #working-time { days = [mon, tue, wed, thu, fri], hours = ["09:00-12:00", "13:00-17:00"] }

                # Use that counts against nobody: these sites for people with one of these roles.
                #work-related = [ { roles = [communications], sites = [facebook, linkedin] } ]
                """.formatted(sign, quoted(department), sign, manager.isEmpty() ? "user.name" : quoted(manager));
    }

    private static String conf(NewSite site) {
        return """
                # What this site sets. Everything else has the default that docs/reference/settings.md gives.
                # Relative paths are relative to this file. `modicum config` shows what all of it comes to.
                modicum {
                  # All state: tables, keys, releases, the audit log. Nobody but Modicum's own account may read it.
                  home = ./var

                  zone = %s
                  working-time.holidays = %s

                  # The name under which the audit log is signed. It cannot be changed after the first run.
                  audit-origin = %s

                  sources = [{
                    name = proxy
                    format = squid
                    path = %s
                    # What makes reading these logs lawful. Before `from`, and from `to` on, they are not opened.
                    sanction { regulation = %s, dpia = %s, from = %s, to = %s }
                  }]

                  # Who is staff: username,department,faculty,line_manager,roles,from,to
                  directory { type = csv, path = staff.csv }
                  # One file per department, with the rules its line manager chose.
                  protocols = protocols/
                  sites = sites.conf
                }
                """.formatted(
                        quoted(site.zone().getId()),
                        quoted(site.holidays()),
                        quoted(site.origin()),
                        quoted(site.logs()),
                        quoted(site.regulation()),
                        quoted(site.dpia()),
                        site.from(),
                        site.to());
    }

    private static String quoted(String text) {
        return ConfigUtil.quoteString(text);
    }

    private void text(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.writeString(file, content);
            written.add(file);
        }
    }
}

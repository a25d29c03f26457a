package org.modicum.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;

/** An installation with an audit log and staff, and the machines of those who sign, all in one folder. */
record GrantSite(Path folder) {
    static final String ORIGIN = "example.ac.uk/modicum";
    static final String AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    static final String PASSPHRASE = "correct horse battery";

    private static final String STAFF = """
            username,department,faculty,line_manager,roles,from,to
            d.okoro,Governance,Central,,,,
            p.vance,Personnel,Central,,,,
            s.lindt,Finance,Central,,,,
            m.jones,Library,Central,,,,
            a.smith,Registry,Central,,,,
            q.reader,Personnel,Central,,,,
            """;

    /** What a command printed. */
    record Said(int code, String out, String err) {}

    static GrantSite in(Path folder) throws IOException {
        GrantSite site = new GrantSite(folder);
        site.write("staff.csv", STAFF);
        site.write("sites.conf", "sites { facebook.page = [facebook.com], youtube.page = [youtube.com] }");
        Files.createDirectories(folder.resolve("protocols"));
        site.settings("");
        AuditLog.open(site.settings()).close();
        return site;
    }

    void settings(String roots) {
        write(
                "modicum.conf",
                "modicum { home = var, audit-origin = \"" + ORIGIN + "\", authorisation.roots = [" + roots + "] }");
    }

    Settings settings() {
        return SettingsReader.read(folder.resolve("modicum.conf"));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String name) {
        return GrantFolder.read(folder.resolve(name));
    }

    List<Entry> entries() throws IOException {
        try (GrantLog log = SiteLog.open(settings())) {
            return List.copyOf(log.entries());
        }
    }

    /** Runs a command of the installation. */
    Said run(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("--config", folder.resolve("modicum.conf").toString()));
        all.addAll(List.of(arguments));
        return anywhere(all.toArray(String[]::new));
    }

    /** Runs a command on a machine that has no settings; a passphrase stands on standard input. */
    static Said anywhere(String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream answered = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(UTF_8)));
            System.setOut(new PrintStream(answered, true, UTF_8));
            System.setErr(new PrintStream(complained, true, UTF_8));
            int code = Main.run(arguments);
            return new Said(code, answered.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}

package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.Publication;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Enrolment;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.grant.Weeks;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * A site with two weeks of a log in which a.smith and c.khan of Registry (30 minutes a day) and e.lamb of Library (60 a
 * week) are above, b.reed of Registry is not, and g.moved is in both, one after the other; with a registry of three approvers, and everybody's keys at hand.
 */
final class FlagSite {
    static final String ORIGIN = "example.ac.uk/modicum";
    static final List<String> NAMES = List.of("a.smith", "b.reed", "c.khan", "e.lamb", "g.moved");
    static final IsoWeek FIRST = IsoWeek.parse("2026-W10");
    static final IsoWeek SECOND = IsoWeek.parse("2026-W11");
    static final Instant AFTER = Instant.parse("2026-03-17T02:00:00Z");
    static final Age.Key RECIPIENT = Age.Key.generate();

    private static final String STAFF = """
            username,department,faculty,line_manager,roles,from,to
            a.smith,Registry,Central,l.manager,,,
            b.reed,Registry,Central,l.manager,,,
            c.khan,Registry,Central,l.manager,communications,,
            e.lamb,Library,Central,,,,
            g.moved,Registry,Central,l.manager,,,2026-03-03
            g.moved,Library,Central,,,2026-03-04,
            d.okoro,Governance,Central,,,,
            p.vance,Personnel,Central,,,,
            s.lindt,Finance,Central,,,,
            m.jones,Finance,Central,,,,
            q.reader,Personnel,Central,,,,
            """;

    private final Path folder;
    private final List<Ed25519Signer> roots = List.of(key(), key());
    private final Ed25519Signer okoro;
    private final Ed25519Signer vance;
    private final Ed25519Signer lindt = key();
    private final TreeSet<String> revoked = new TreeSet<>();
    private final Instant began = now().minusSeconds(60);

    private FlagSite(Path folder, Ed25519Signer okoro, Ed25519Signer vance) {
        this.folder = folder;
        this.okoro = okoro;
        this.vance = vance;
    }

    /** With the log in place, and nothing run yet. */
    static FlagSite in(Path folder) throws IOException {
        return in(folder, key(), key());
    }

    /** The same, with the keys of {@code d.okoro} and {@code p.vance}. */
    static FlagSite in(Path folder, Ed25519Signer okoro, Ed25519Signer vance) throws IOException {
        FlagSite site = new FlagSite(folder, okoro, vance);
        site.write("staff.csv", STAFF);
        site.write("leave.csv", "username,from,to\na.smith,2026-03-06,2026-03-06\n");
        site.write("sites.conf", "include classpath(\"modicum/sites.conf\")\n");
        site.write(
                "protocols/registry.conf",
                protocol("Registry", "minutes = 30, per = day")
                        + "work-related = [{ roles = [communications], sites = [linkedin] }]\n");
        site.write("protocols/library.conf", protocol("Library", "minutes = 60, per = week"));
        site.write("logs/access.log", log());
        site.write("modicum.conf", """
                modicum.sources = [{ name = campus, format = squid, path = "logs/access*",
                  sanction { regulation = "ICT Regulations 4.2", dpia = "DPIA-2026-014", from = 2026-01-01, to = 2027-01-01 } }]
                modicum.directory { type = csv, path = staff.csv, leave = leave.csv }
                modicum.protocols = protocols/
                modicum.audit-origin = "%s"
                modicum.authorisation.roots = ["%s", "%s"]
                """.formatted(
                ORIGIN, site.roots.get(0).key().line(), site.roots.get(1).key().line()));
        return site;
    }

    /** As a site that has not settled whom to trust. */
    FlagSite withoutRoots() throws IOException {
        Path settings = folder.resolve("modicum.conf");
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        lines.removeIf(line -> line.startsWith("modicum.authorisation.roots"));
        Files.write(settings, lines);
        return this;
    }

    /** Both weeks released. */
    FlagSite released() {
        Outcome night = run("nightly", "--as-of", AFTER.toString());
        if (night.code() != 0) {
            throw new IllegalStateException(night.err());
        }
        return this;
    }

    /** Both weeks released, and the registry and the revocations in force. */
    FlagSite ready() throws IOException {
        return released().trusting();
    }

    /** The registry and the revocations in force. */
    FlagSite trusting() throws IOException {
        publish(signed(
                PayloadType.REGISTRY,
                Registry.first(
                                new Enrolment(
                                        new UserName("d.okoro"),
                                        List.of("data-protection-officer"),
                                        "Governance",
                                        okoro.key(),
                                        began),
                                began,
                                began.plus(Duration.ofDays(300)))
                        .with(
                                enrolment("p.vance", "personnel", "Personnel", vance),
                                began,
                                began.plus(Duration.ofDays(300)))
                        .with(
                                enrolment("s.lindt", "senior-officer", "Finance", lindt),
                                began,
                                began.plus(Duration.ofDays(300)))
                        .body(),
                roots.get(0),
                roots.get(1)));
        publish(signed(PayloadType.REVOCATIONS, new Revocations(1, now(), List.of(), List.of()).body(), roots.get(0)));
        return this;
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("var");
    }

    Settings settings() {
        return SettingsReader.read(folder.resolve("modicum.conf"));
    }

    Grant about(String reference, Sites sites, int uses, String... people) {
        List<Subject> subjects = Stream.of(people)
                .map(name -> new Subject(new UserName(name), name.equals("e.lamb") ? "Library" : "Registry"))
                .toList();
        return grant(reference, new Purpose.NamedSubjects(Reason.EXCESSIVE_USE, subjects), sites, uses, FIRST, SECOND);
    }

    Grant aboutDepartment(String reference, String department) {
        return grant(
                reference, new Purpose.WholeDepartment(Reason.EXCESSIVE_USE, department), Sites.ALL, 1, FIRST, SECOND);
    }

    Grant grant(String reference, Purpose purpose, Sites sites, int uses, IsoWeek from, IsoWeek to) {
        boolean report = purpose instanceof Purpose.SubjectReport;
        UserName subject = report ? purpose.people().get(0).person() : new UserName("q.reader");
        return new Grant(
                UUID.randomUUID(),
                ORIGIN,
                purpose,
                new CaseReference(reference),
                "a".repeat(64),
                report ? subject : new UserName("m.jones"),
                new Weeks(from, to),
                sites,
                new Recipient(subject, RECIPIENT.recipient()),
                began,
                began,
                began.plus(Duration.ofDays(30)),
                uses);
    }

    Grant report(String reference, String person, IsoWeek from, IsoWeek to) {
        return grant(
                reference,
                new Purpose.SubjectReport(new Subject(new UserName(person), "Registry"), "b".repeat(64)),
                Sites.ALL,
                1,
                from,
                to);
    }

    /** A grant to copy a person of Registry for a hold. */
    Grant copy(String reference, String person, String hold, IsoWeek from, IsoWeek to) {
        return grant(
                reference,
                new Purpose.HoldCopy(new Subject(new UserName(person), "Registry"), hold),
                Sites.ALL,
                1,
                from,
                to);
    }

    /** A hold or what lifts it, signed by two, handed in. */
    void submit(String name, PayloadType type, byte[] body) throws IOException {
        Path file = Files.write(folder.resolve(name + ".signed.json"), signed(type, body, okoro, vance));
        Outcome outcome = run("hold", "submit", file.toString());
        if (outcome.code() != 0) {
            throw new IllegalStateException(outcome.err());
        }
    }

    /** The grant, signed by two, as a file outside the installation. */
    Path signed(Grant grant) {
        return file(grant, signed(PayloadType.GRANT, grant.body(), okoro, vance));
    }

    Path signedByAll(Grant grant) {
        return file(grant, signed(PayloadType.GRANT, grant.body(), okoro, vance, lindt));
    }

    Path signedByOne(Grant grant) {
        return file(grant, signed(PayloadType.GRANT, grant.body(), okoro));
    }

    private Path file(Grant grant, byte[] envelope) {
        try {
            return Files.write(folder.resolve(grant.caseReference().text() + ".json"), envelope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void revoke(Grant grant) throws IOException {
        revoked.add(Digests.sha256(grant.body()));
        publish(signed(
                PayloadType.REVOCATIONS,
                new Revocations(1 + revoked.size(), now(), List.copyOf(revoked), List.of()).body(),
                roots.get(0)));
    }

    /** All sealed files of a case. */
    List<Path> sealed(String reference) throws IOException {
        Path sealed = home().resolve("grants/sealed");
        if (!Files.isDirectory(sealed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(sealed)) {
            return files.filter(file -> file.getFileName().toString().startsWith(reference + "-"))
                    .filter(file -> file.toString().endsWith(".age"))
                    .sorted()
                    .toList();
        }
    }

    /** The files in the one sealed file of a case. */
    Map<String, String> opened(String reference) throws IOException {
        List<Path> sealed = sealed(reference);
        if (sealed.size() != 1) {
            throw new IllegalStateException("Not one sealed file but " + sealed.size());
        }
        Map<String, String> files = new TreeMap<>();
        Archive.read(Age.decrypt(Files.readAllBytes(sealed.get(0)), RECIPIENT.identity()))
                .forEach((name, content) -> files.put(name, new String(content, UTF_8)));
        return files;
    }

    List<Entry> entries() throws IOException {
        try (AuditLog log = AuditLog.open(settings())) {
            return List.copyOf(log.entries());
        }
    }

    record Outcome(int code, String out, String err) {}

    Outcome run(String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("--config", folder.resolve("modicum.conf").toString()));
        arguments.addAll(List.of(command));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, UTF_8));
            System.setErr(new PrintStream(errBytes, true, UTF_8));
            int code = Main.run(arguments.toArray(String[]::new));
            return new Outcome(code, outBytes.toString(UTF_8), errBytes.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void publish(byte[] envelope) throws IOException {
        try (GrantLog log = SiteLog.open(settings())) {
            new Publication(settings(), log).publish(envelope, Instant.now());
        }
    }

    private Enrolment enrolment(String person, String role, String department, Ed25519Signer signer) {
        return new Enrolment(new UserName(person), List.of(role), department, signer.key(), began);
    }

    private static byte[] signed(PayloadType type, byte[] body, Ed25519Signer first, Ed25519Signer... others) {
        Envelope envelope = Envelope.sign(type, body, first);
        for (Ed25519Signer signer : others) {
            envelope = envelope.alsoSign(type, body, signer);
        }
        return envelope.encoded();
    }

    private static Ed25519Signer key() {
        return Ed25519Signer.of(Ed25519Signer.generate());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private static String protocol(String department, String threshold) {
        return """
                department = %s
                line-manager = l.manager
                working-time { zone = Europe/London, holidays = gb-eng, days = [mon, tue, wed, thu, fri], hours = ["09:00-12:00", "13:00-17:00"] }
                thresholds = [{ from = 2026-W01, %s }]
                """.formatted(department, threshold);
    }

    private static String log() {
        List<String> lines = new ArrayList<>();
        use(lines, "a.smith", "2026-03-02", "09:00", 150, "www.facebook.com");
        use(lines, "a.smith", "2026-03-03", "09:00", 20, "www.facebook.com");
        use(lines, "a.smith", "2026-03-04", "13:00", 80, "www.youtube.com");
        use(lines, "a.smith", "2026-03-05", "09:00", 100, "www.reddit.com");
        use(lines, "a.smith", "2026-03-06", "09:00", 150, "www.facebook.com");
        use(lines, "a.smith", "2026-03-09", "19:00", 200, "www.facebook.com");
        use(lines, "a.smith", "2026-03-10", "10:00", 90, "www.facebook.com");
        use(lines, "b.reed", "2026-03-02", "09:00", 40, "www.facebook.com");
        use(lines, "b.reed", "2026-03-10", "12:05", 50, "www.youtube.com");
        use(lines, "c.khan", "2026-03-03", "09:00", 120, "www.facebook.com");
        use(lines, "c.khan", "2026-03-04", "09:00", 120, "www.linkedin.com");
        use(lines, "e.lamb", "2026-03-02", "09:00", 70, "www.facebook.com");
        use(lines, "e.lamb", "2026-03-03", "09:00", 70, "www.facebook.com");
        use(lines, "g.moved", "2026-03-03", "09:00", 100, "www.facebook.com");
        use(lines, "g.moved", "2026-03-05", "09:00", 160, "www.facebook.com");
        lines.sort(String::compareTo);
        return String.join("", lines);
    }

    /** A page every 20 seconds, in working hours of a winter in London, which are those of UTC. */
    private static void use(List<String> lines, String user, String day, String time, int minutes, String host) {
        long second = LocalDate.parse(day).atTime(LocalTime.parse(time)).toEpochSecond(ZoneOffset.UTC);
        for (long end = second + 60L * minutes; second < end; second += 20) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%d.100 90 192.0.2.7 TCP_MISS/200 98000 GET http://%s/ %s HIER_DIRECT/192.0.2.1 text/html%n",
                    second,
                    host,
                    user));
        }
    }
}

package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/** People of an invented university, their keys, and a grant that holds; tests change one thing at a time. */
final class Cast {
    static final Instant CREATED = Instant.parse("2026-03-09T09:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    static final String AUDIENCE = "example.ac.uk/modicum";
    static final String AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    static final Set<String> SITES = Set.of("facebook", "linkedin", "youtube");
    static final Runtime.Version JAVA = Runtime.Version.parse("17.0.15");

    private static final Instant ENROLLED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LEAVES = Instant.parse("2027-01-01T00:00:00Z");

    /** By name; the key of b.twice is there twice over: b.twice and b.twice2 are both his. */
    static final Map<String, Ed25519Signer> KEYS = new TreeMap<>();

    static final List<Ed25519Signer> ROOTS = List.of(newKey(), newKey(), newKey());

    static final List<Approver> PEOPLE = List.of(
            approver("d.okoro", "Governance", "data-protection-officer"),
            approver("p.vance", "Personnel", "personnel"),
            approver("p.wu", "Personnel", "personnel"),
            approver("s.lindt", "Finance", "senior-officer"),
            approver("i.ng", "IT Services", "it-operations", "senior-officer"),
            approver("r.adams", "Registry", "senior-officer"),
            approver("m.jones", "Library", "senior-officer"),
            approver("a.smith", "Estates", "senior-officer"),
            approver("x.guest", "Estates", "visitor"),
            approver("h.both", "Estates", "personnel", "senior-officer"),
            twice());

    private Cast() {}

    static Ed25519Signer newKey() {
        return Ed25519Signer.of(Ed25519Signer.generate());
    }

    static Grant grant() {
        return grant(new Purpose.NamedSubjects(
                Reason.EXCESSIVE_USE, List.of(subject("a.smith", "Registry"), subject("c.khan", "Registry"))));
    }

    static Grant wholeDepartment() {
        return grant(new Purpose.WholeDepartment(Reason.POLICY_BREACH, "Registry"));
    }

    static Grant report() {
        Subject subject = subject("c.khan", "Registry");
        return new Grant(
                UUID.fromString("7f3c1c52-5f0a-4f7e-9d5e-1f2a3b4c5d6e"),
                AUDIENCE,
                new Purpose.SubjectReport(subject, "b".repeat(64)),
                new CaseReference("SAR-2026-0003"),
                "a".repeat(64),
                subject.person(),
                new Weeks(IsoWeek.parse("2025-W20"), IsoWeek.parse("2026-W10")),
                Sites.ALL,
                new Recipient(subject.person(), AGE),
                CREATED,
                CREATED,
                CREATED.plus(Duration.ofDays(30)),
                1);
    }

    static Grant grant(Purpose purpose) {
        return new Grant(
                UUID.fromString("7f3c1c52-5f0a-4f7e-9d5e-1f2a3b4c5d6e"),
                AUDIENCE,
                purpose,
                new CaseReference("HR-2026-0117"),
                "a".repeat(64),
                new UserName("m.jones"),
                new Weeks(IsoWeek.parse("2026-W08"), IsoWeek.parse("2026-W10")),
                new Sites(List.of("facebook", "youtube")),
                new Recipient(new UserName("q.reader"), AGE),
                CREATED,
                CREATED,
                CREATED.plus(Duration.ofDays(30)),
                2);
    }

    static Subject subject(String person, String department) {
        return new Subject(new UserName(person), department);
    }

    /** The default grant with one piece of its JSON replaced; no longer checked by anything. */
    static byte[] altered(String from, String to) {
        String body = new String(grant().body(), UTF_8);
        if (!body.contains(from)) {
            throw new IllegalArgumentException("The grant has no " + from);
        }
        return body.replace(from, to).getBytes(UTF_8);
    }

    static byte[] signed(byte[] body, String... signers) {
        return signedAs(
                PayloadType.GRANT, body, Arrays.stream(signers).map(KEYS::get).toList());
    }

    static byte[] signedAs(PayloadType type, byte[] body, List<Ed25519Signer> signers) {
        List<EnvelopeSignature> signatures = new ArrayList<>();
        for (Ed25519Signer signer : signers) {
            signatures.add(new EnvelopeSignature(
                    Optional.of(signer.key().digest()), signer.sign(Envelope.encoding(type.text(), body))));
        }
        return new Envelope(type.text(), body, signatures).encoded();
    }

    static byte[] good() {
        return signed(grant().body(), "d.okoro", "p.vance");
    }

    static Authorisation authorisation() {
        return new Authorisation(
                Set.of(ROOTS.get(0).key(), ROOTS.get(1).key(), ROOTS.get(2).key()),
                Set.of("data-protection-officer", "personnel", "senior-officer"),
                "data-protection-officer",
                "it-operations",
                Duration.ofDays(7));
    }

    static Registry registry() {
        return new Registry(3, ENROLLED, PEOPLE);
    }

    static byte[] signed(Registry registry) {
        return signedAs(PayloadType.REGISTRY, registry.body(), ROOTS.subList(0, 2));
    }

    static Revocations revocations() {
        return new Revocations(5, NOW.minus(Duration.ofDays(1)), List.of(), List.of());
    }

    static byte[] signed(Revocations list) {
        return signedAs(PayloadType.REVOCATIONS, list.body(), ROOTS.subList(2, 3));
    }

    static LogState log(int uses) {
        return new LogState(
                Optional.of(NOW.minusSeconds(60)),
                Map.of(Digests.sha256(grant().body()), uses),
                Optional.of(new Seen(3, Digests.sha256(registry().body()))),
                new SeenRevocations(Optional.of(new Seen(4, "c".repeat(64))), Set.of(), Set.of()));
    }

    static Circumstances here() {
        return new Circumstances(
                NOW,
                authorisation(),
                Optional.of(signed(registry())),
                Optional.of(signed(revocations())),
                Optional.of(AUDIENCE),
                Optional.of(log(0)),
                Optional.of(staff()),
                Optional.of(SITES),
                JAVA);
    }

    /** Everybody who is approver is staff in the same department; a.smith is in Estates and was in Registry. */
    static StaffRecords staff() {
        Map<String, Set<String>> departments = new LinkedHashMap<>();
        PEOPLE.forEach(person -> departments.put(person.person().text(), Set.of(person.department())));
        departments.put("a.smith", Set.of("Estates", "Registry"));
        departments.put("c.khan", Set.of("Registry"));
        departments.put("q.reader", Set.of("Personnel"));
        return records((person, from, to) -> {
            checkOrder(from, to);
            return departments.getOrDefault(person.text(), Set.of());
        });
    }

    /** Who was where. */
    interface Whereabouts {
        Set<String> departments(UserName person, LocalDate from, LocalDate to);
    }

    /** A directory in which Registry, Estates and the approvers' departments are staffed. */
    static StaffRecords records(Whereabouts whereabouts) {
        return new StaffRecords() {
            @Override
            public Set<String> departments(UserName person, LocalDate from, LocalDate to) {
                return whereabouts.departments(person, from, to);
            }

            @Override
            public boolean hasDepartment(String department, LocalDate from, LocalDate to) {
                checkOrder(from, to);
                return Set.of("Registry", "Estates").contains(department)
                        || PEOPLE.stream()
                                .anyMatch(person -> person.department().equals(department));
            }
        };
    }

    private static void checkOrder(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("The days are asked for in the wrong order");
        }
    }

    static Approver approver(String person, String department, String... roles) {
        KEYS.put(person, newKey());
        return new Approver(
                new UserName(person),
                List.of(roles),
                department,
                List.of(enrolled(KEYS.get(person).key())));
    }

    static EnrolledKey enrolled(Ed25519Key key) {
        return new EnrolledKey(key, ENROLLED, LEAVES, Optional.empty());
    }

    private static Approver twice() {
        KEYS.put("b.twice", newKey());
        KEYS.put("b.twice2", newKey());
        return new Approver(
                new UserName("b.twice"),
                List.of("data-protection-officer", "personnel"),
                "Governance",
                List.of(
                        enrolled(KEYS.get("b.twice").key()),
                        enrolled(KEYS.get("b.twice2").key())));
    }
}

package org.modicum.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.EnrolledKey;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * The attacks on one grant, tried at an installation: each is refused and leaves one entry with its reason, and nothing
 * else happens. That the verifier sees every variant of them is tested beside it.
 */
class EveryAttackIsLoggedTest {
    private static final String ORIGIN = "\"" + GrantSite.ORIGIN + "\"";

    @TempDir
    Path folder;

    private final Map<String, Ed25519Signer> keys = new TreeMap<>();
    private DeskSite desk;

    @TestFactory
    List<DynamicTest> eachIsRefusedWithAnEntry() throws IOException {
        desk = DeskSite.in(folder);
        keys.put("d.okoro", desk.okoro());
        keys.put("p.vance", desk.vance());
        for (String other : List.of("p.vance2", "q.reader", "m.jones", "a.smith", "s.lindt", "i.ng", "x.stranger")) {
            keys.put(other, DeskSite.key());
        }
        desk.publish(registry());
        String body = new String(desk.grant(1).body(), UTF_8);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(attack("duplicate signature", "SIGNED_TWICE", signed(body, "p.vance", "p.vance")));
        tests.add(attack("one person, two keys", "SIGNED_TWICE", signed(body, "p.vance", "p.vance2")));
        tests.add(attack("one person alone", "TOO_FEW_PEOPLE", signed(body, "d.okoro")));
        tests.add(attack("same role", "TOO_FEW_ROLES", signed(body, "p.vance", "q.reader")));
        tests.add(attack("requester approves", "REQUESTER_SIGNED", signed(body, "d.okoro", "m.jones")));
        tests.add(attack("subject approves", "SUBJECT_SIGNED", signed(body, "d.okoro", "a.smith")));
        tests.add(attack("of the subject's department", "OF_THE_DEPARTMENT", signed(body, "d.okoro", "a.smith")));
        tests.add(attack("IT operations approve", "IT_OPERATIONS", signed(body, "d.okoro", "i.ng")));
        tests.add(attack("a stranger approves", "SIGNATURE_OF_A_STRANGER", signed(body, "d.okoro", "x.stranger")));
        tests.add(attack("approver left", "APPROVER_LEFT", signed(body, "d.okoro", "s.lindt")));
        tests.add(attack("expired", "EXPIRED", signed(moved(Duration.ofDays(-40)), "d.okoro", "p.vance")));
        tests.add(attack("not valid yet", "NOT_YET_VALID", signed(later(), "d.okoro", "p.vance")));
        tests.add(altered("other installation", "OTHER_INSTALLATION", body, ORIGIN, "\"other.example/modicum\""));
        tests.add(altered("more weeks than any may", "OUT_OF_BOUNDS", body, "2026-W08", "2024-W08"));
        tests.add(altered("more uses than any may", "OUT_OF_BOUNDS", body, "\"max_uses\": 1", "\"max_uses\": 999"));
        tests.add(altered("unknown subject", "SUBJECT_UNKNOWN", body, "a.smith", "n.obody"));
        tests.add(altered("other department", "DEPARTMENT_DIFFERS", body, "\"Registry\"", "\"Library\""));
        tests.add(altered("misspelt site", "SITE_UNKNOWN", body, "\"all\"", "\"facebok\""));
        tests.add(altered(
                "duplicate key", "NOT_A_DOCUMENT", body, "\"max_uses\": 1", "\"max_uses\": 1, \"max_uses\": 5"));
        tests.add(altered(
                "unknown field", "NOT_A_DOCUMENT", body, "\"max_uses\": 1", "\"max_uses\": 1, \"columns\": \"all\""));
        tests.add(altered("re-serialised", "NOT_A_DOCUMENT", body, "\n", ""));
        tests.add(attack("byte-order mark", "NOT_A_DOCUMENT", signed("\uFEFF" + body, "d.okoro", "p.vance")));
        byte[] good = signed(body, "d.okoro", "p.vance");
        byte[] flipped = good.clone();
        int place = new String(good, UTF_8).indexOf("\"payload\": \"") + 40;
        flipped[place] = (byte) (flipped[place] == 'A' ? 'B' : 'A');
        tests.add(attack("a few bits changed", "SIGNATURE_BROKEN", flipped));
        String plan = new String(
                Envelope.sign(PayloadType.REVOCATIONS, body.getBytes(UTF_8), desk.okoro())
                        .alsoSign(PayloadType.REVOCATIONS, body.getBytes(UTF_8), desk.vance())
                        .encoded(),
                UTF_8);
        tests.add(attack("other type", "WRONG_TYPE", plan.getBytes(UTF_8)));
        tests.add(attack(
                "type swapped",
                "SIGNATURE_BROKEN",
                plan.replace(PayloadType.REVOCATIONS.text(), PayloadType.GRANT.text())
                        .getBytes(UTF_8)));
        tests.add(attack("a JWS", "NOT_AN_ENVELOPE", "eyJhbGciOiJub25lIn0.eyJrIjoxfQ.".getBytes(UTF_8)));
        tests.add(attack("empty", "NOT_AN_ENVELOPE", new byte[0]));
        return tests;
    }

    private DynamicTest altered(String name, String reason, String body, String from, String to) {
        assertThat(body).contains(from);
        return attack(name, reason, signed(body.replace(from, to), "d.okoro", "p.vance"));
    }

    private DynamicTest attack(String name, String reason, byte[] envelope) {
        return DynamicTest.dynamicTest(name, () -> {
            List<Entry> before = desk.site().entries();
            try (GrantLog log = SiteLog.open(desk.settings())) {
                assertThatExceptionOfType(ExitException.class)
                        .isThrownBy(() -> new GrantDesk(desk.settings(), log, "run").begin(envelope, DeskSite.NOW))
                        .satisfies(exit -> assertThat(exit.code()).isEqualTo(ExitCode.NOT_PERMITTED))
                        .withMessageContaining(reason);
            }
            List<Entry> after = desk.site().entries();
            assertThat(after).hasSize(before.size() + 1).startsWith(before.toArray(Entry[]::new));
            Entry entry = after.get(before.size());
            assertThat(entry.kind()).isEqualTo(Kind.GRANT_REFUSED);
            assertThat(entry.text("envelope")).isEqualTo(Digests.sha256(envelope));
            assertThat(entry.texts("reasons")).contains(reason);
            assertThat(new GrantFolder(desk.settings().grants()).grants()).isEmpty();
            assertThat(Files.exists(desk.settings().grants().resolve("sealed"))).isFalse();
        });
    }

    private byte[] signed(String body, String first, String... others) {
        Envelope envelope = Envelope.sign(PayloadType.GRANT, body.getBytes(UTF_8), keys.get(first));
        List<Envelope> all = new ArrayList<>(List.of(envelope));
        for (String other : others) {
            all.add(Envelope.sign(PayloadType.GRANT, body.getBytes(UTF_8), keys.get(other)));
        }
        return together(all);
    }

    /** As an attacker would put them together, who is not kept from signing twice. */
    private static byte[] together(List<Envelope> all) {
        String first = new String(all.get(0).encoded(), UTF_8);
        StringBuilder signatures = new StringBuilder();
        for (Envelope one : all) {
            String text = new String(one.encoded(), UTF_8);
            String list = text.substring(text.indexOf('[') + 1, text.lastIndexOf(']'));
            signatures.append(signatures.isEmpty() ? "" : ",").append(list.strip());
        }
        return (first.substring(0, first.indexOf('[') + 1) + signatures + first.substring(first.lastIndexOf(']')))
                .getBytes(UTF_8);
    }

    private String moved(Duration by) {
        return between(
                DeskSite.NOW.plus(by),
                DeskSite.NOW.plus(by),
                DeskSite.NOW.plus(by).plus(Duration.ofDays(30)));
    }

    private String later() {
        return between(DeskSite.NOW, DeskSite.NOW.plus(Duration.ofDays(2)), DeskSite.NOW.plus(Duration.ofDays(12)));
    }

    private String between(Instant created, Instant from, Instant to) {
        Grant one = desk.grant(1);
        return new String(
                new Grant(
                                one.id(),
                                one.audience(),
                                one.purpose(),
                                one.caseReference(),
                                one.justification(),
                                one.requester(),
                                one.weeks(),
                                one.sites(),
                                one.recipient(),
                                created,
                                from,
                                to,
                                1)
                        .body(),
                UTF_8);
    }

    private Registry registry() {
        Registry base = desk.registry();
        List<Approver> people = new ArrayList<>(List.of(
                person("d.okoro", "Governance", "data-protection-officer", "d.okoro"),
                person("p.vance", "Personnel", "personnel", "p.vance", "p.vance2"),
                person("q.reader", "Personnel", "personnel", "q.reader"),
                person("m.jones", "Library", "senior-officer", "m.jones"),
                person("a.smith", "Registry", "senior-officer", "a.smith"),
                person("s.lindt", "Finance", "senior-officer", "s.lindt"),
                person("i.ng", "IT Services", "it-operations", "i.ng")));
        desk.site().write("staff.csv", """
                username,department,faculty,line_manager,roles,from,to
                d.okoro,Governance,Central,,,,
                p.vance,Personnel,Central,,,,
                s.lindt,Finance,Central,,,,2026-01-31
                m.jones,Library,Central,,,,
                a.smith,Registry,Central,,,,
                q.reader,Personnel,Central,,,,
                i.ng,IT Services,Central,,,,
                """);
        return new Registry(base.version() + 1, DeskSite.NOW, people);
    }

    private Approver person(String name, String department, String role, String... theirs) {
        return new Approver(
                new UserName(name),
                List.of(role),
                department,
                List.of(theirs).stream()
                        .map(key -> new EnrolledKey(
                                keys.get(key).key(),
                                DeskSite.NOW.minus(Duration.ofDays(100)),
                                DeskSite.LATER,
                                Optional.empty()))
                        .toList());
    }
}

package org.modicum.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.grant.GrantSite.Said;

/** From keys to a grant that was handed in, used up and taken back, by the commands that people type. */
class GrantWalkTest {
    private static final List<String> NAMES =
            List.of("d.okoro", "p.vance", "s.lindt", "m.jones", "a.smith", "q.reader");

    @TempDir
    private Path folder;

    private GrantSite site;

    @Test
    void threePeopleAndTwoRootsWalkThroughAGrant() throws IOException {
        site = GrantSite.in(folder);
        rootsAndApprovers();
        register();
        aGrantIsAskedForAndSigned();
        itIsSeenFromOutside();
        itIsHandedInOnce();
        itIsTakenBack();
        nothingSaysWhoTheyAre();
    }

    private void rootsAndApprovers() throws IOException {
        for (String key : List.of("root1", "root2", "okoro", "vance")) {
            ok(GrantSite.anywhere("approver", "keygen", "--out", file(key), "--passphrase-fd", "0"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.path(key))))
                    .isEqualTo("rw-------");
        }
        site.settings("\"" + line("root1") + "\", \"" + line("root2") + "\"");
        statement("okoro", "d.okoro", "data-protection-officer", "Governance");
        statement("vance", "p.vance", "personnel", "Personnel");
        refused(site.run("approver", "list"), 66);
    }

    private void register() {
        String[] first = {
            "approver",
            "enrol",
            "--statement",
            file("okoro.statement"),
            "--pub",
            file("okoro.pub"),
            "--first",
            "--out",
            file("v1.draft.json")
        };
        ok(site.run(first));
        signRegistry("v1", "root1");
        Said early = site.run("approver", "publish", file("v1.signed.json"));
        refused(early, 77);
        assertThat(early.err()).contains("not signed by two roots");
        signRegistry("v1", "root2");
        ok(site.run("approver", "publish", file("v1.signed.json")));
        ok(site.run(
                "approver",
                "enrol",
                "--statement",
                file("vance.statement"),
                "--pub",
                file("vance.pub"),
                "--out",
                file("v2.draft.json")));
        signRegistry("v2", "root1");
        signRegistry("v2", "root2");
        ok(site.run("approver", "publish", file("v2.signed.json")));
        refused(site.run("approver", "publish", file("v1.signed.json")), 77);
        assertThat(ok(site.run("approver", "list")).out()).contains("version 2", "d.okoro", "p.vance");
        ok(GrantSite.anywhere(
                "grant",
                "revoke",
                "--first",
                "--key",
                file("root1"),
                "--passphrase-fd",
                "0",
                "--yes",
                "--out",
                file("revocations-1.json")));
        ok(site.run("approver", "publish", file("revocations-1.json")));
    }

    private void aGrantIsAskedForAndSigned() {
        site.write("why.txt", "Three pages that name people.");
        ok(GrantSite.anywhere(
                "grant",
                "request",
                "--case",
                "HR-2026-0117",
                "--reason",
                "excessive-use",
                "--subject",
                "a.smith=Registry",
                "--justification",
                file("why.txt"),
                "--requester",
                "m.jones",
                "--audience",
                GrantSite.ORIGIN,
                "--from",
                "2026-W08",
                "--to",
                "2026-W10",
                "--sites",
                "youtube, facebook",
                "--recipient",
                "q.reader",
                "--recipient-key",
                GrantSite.AGE,
                "--out",
                file("g.draft.json")));
        Said unasked = GrantSite.anywhere("grant", "sign", file("g.draft.json"), "--key", file("okoro"));
        refused(unasked, 64);
        assertThat(unasked.out()).contains("a.smith, Registry", "potential excessive use", "HR-2026-0117");
        assertThat(site.path("g.signed.json")).doesNotExist();
        signGrant("okoro");
        refused(sign("okoro"), 77);
    }

    private void itIsSeenFromOutside() {
        String[] verify = {
            "grant",
            "verify",
            file("g.signed.json"),
            "--registry",
            file("v2.signed.json"),
            "--roots",
            file("root1.pub"),
            "--roots",
            line("root2")
        };
        Said alone = GrantSite.anywhere(verify);
        refused(alone, 77);
        assertThat(alone.err()).contains("TOO_FEW_PEOPLE", "TOO_FEW_ROLES").doesNotContain("okoro");
        refused(site.run("grant", "submit", file("g.signed.json")), 77);
        signGrant("vance");
        Said held = ok(GrantSite.anywhere(verify));
        assertThat(held.out()).contains("2 people approved", "Without the audit log", "Without the staff directory");
        NAMES.forEach(name -> assertThat(held.out()).doesNotContain(name));
        assertThat(ok(site.run("grant", "show", file("g.signed.json"))).out())
                .contains("a.smith, Registry", "Approved by     d.okoro (data-protection-officer; Governance)");
        assertThat(ok(site.run("grant", "show", file("g.draft.json"))).out()).contains("A draft. Nobody has signed it");
        refused(
                GrantSite.anywhere(
                        "grant",
                        "verify",
                        file("why.txt"),
                        "--registry",
                        file("v2.signed.json"),
                        "--roots",
                        line("root1"),
                        "--roots",
                        line("root2")),
                77);
    }

    private void itIsHandedInOnce() throws IOException {
        assertThat(ok(site.run("grant", "list")).out()).contains("No grant was handed in");
        ok(site.run("grant", "submit", file("g.signed.json")));
        ok(site.run("grant", "submit", file("g.signed.json")));
        assertThat(ok(site.run("grant", "list")).out()).contains("HR-2026-0117-", "used 0 of 1");
        List<Kind> kinds = site.entries().stream().map(Entry::kind).toList();
        assertThat(kinds)
                .containsExactly(
                        Kind.KEY_EVENT, // the log's own
                        Kind.KEY_EVENT, // two roots
                        Kind.KEY_EVENT,
                        Kind.GRANT_REFUSED,
                        Kind.KEY_EVENT,
                        Kind.KEY_EVENT,
                        Kind.KEY_EVENT,
                        Kind.KEY_EVENT,
                        Kind.GRANT_REFUSED,
                        Kind.GRANT_REVOKED,
                        Kind.GRANT_REFUSED,
                        Kind.GRANT_REQUESTED,
                        Kind.GRANT_SIGNED,
                        Kind.GRANT_SIGNED);
    }

    private void itIsTakenBack() {
        Said signed = site.run(
                "grant",
                "revoke",
                "--grant",
                file("g.signed.json"),
                "--key",
                file("root2"),
                "--yes",
                "--out",
                file("no-list.json"));
        refused(signed, 64);
        assertThat(signed.err()).contains("is a signed grant", "grant verify");
        ok(site.run(
                "grant",
                "revoke",
                "--grant",
                file("g.draft.json"),
                "--key",
                file("root2"),
                "--passphrase-fd",
                "0",
                "--yes",
                "--out",
                file("revocations-2.json")));
        ok(site.run("approver", "publish", file("revocations-2.json")));
        refused(site.run("approver", "publish", file("revocations-1.json")), 77);
        assertThat(ok(site.run("grant", "list")).out()).contains("does not hold: REVOKED");
        Said again = site.run("grant", "submit", file("g.signed.json"));
        refused(again, 77);
        assertThat(again.err()).contains("REVOKED: The grant was revoked.");
    }

    private void nothingSaysWhoTheyAre() throws IOException {
        try (Stream<Path> files = Files.walk(site.path("var/audit"))) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(path), UTF_8);
                NAMES.forEach(name -> assertThat(content).doesNotContain(name));
            }
        }
        try (Stream<Path> files = Files.walk(site.path("var"))) {
            files.forEach(path -> NAMES.forEach(
                    name -> assertThat(path.getFileName().toString()).doesNotContain(name)));
        }
    }

    private void statement(String key, String person, String role, String department) {
        ok(GrantSite.anywhere(
                "approver",
                "statement",
                "--key",
                file(key),
                "--person",
                person,
                "--role",
                role,
                "--department",
                department,
                "--out",
                file(key + ".statement"),
                "--passphrase-fd",
                "0"));
    }

    private void signRegistry(String version, String root) {
        ok(GrantSite.anywhere(
                "approver",
                "sign",
                file(version + ".draft.json"),
                "--key",
                file(root),
                "--passphrase-fd",
                "0",
                "--yes"));
    }

    private void signGrant(String key) {
        ok(sign(key));
    }

    private Said sign(String key) {
        return GrantSite.anywhere(
                "grant", "sign", file("g.draft.json"), "--key", file(key), "--passphrase-fd", "0", "--yes");
    }

    private String file(String name) {
        return site.path(name).toString();
    }

    private String line(String key) {
        return new String(site.read(key + ".pub"), UTF_8).strip();
    }

    private static Said ok(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    private static void refused(Said said, int code) {
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).isNotBlank();
    }
}

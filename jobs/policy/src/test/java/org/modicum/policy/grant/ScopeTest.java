package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.protocol.IsoWeek;

/** A grant covers what it says and nothing beside it. */
class ScopeTest {
    private static final Grant GRANT = Cast.grant();

    @ParameterizedTest
    @CsvSource({
        "2026-W07, false",
        "2026-W08, true",
        "2026-W09, true",
        "2026-W10, true",
        "2026-W11, false",
        "2025-W09, false"
    })
    void itsWeeksAndNoOthers(String week, boolean covered) {
        assertThat(GRANT.weeks().contains(IsoWeek.parse(week))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"facebook, true", "youtube, true", "linkedin, false", "all, false", "other, false"})
    void itsSitesAndNoOthers(String site, boolean covered) {
        assertThat(GRANT.sites().contains(site)).isEqualTo(covered);
        assertThat(Sites.ALL.contains(site)).isTrue();
    }

    /** Signed by all who must: nothing would be found on it, and the file would say that nobody is above. */
    @ParameterizedTest
    @CsvSource({
        "facebok, SITE_UNKNOWN",
        "facebook.com, SITE_UNKNOWN",
        "fakebook, SITE_UNKNOWN",
        "linkedin, VERIFIED",
        "facebook, VERIFIED"
    })
    void aSiteThatTheCatalogueDoesNotHaveIsNoSite(String site, String verdict) {
        byte[] body = Cast.altered("\"facebook\"", "\"" + site + "\"");
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.signed(body, "d.okoro", "p.vance"), Cast.here())))
                .isEqualTo(verdict);
        byte[] department = new String(Cast.wholeDepartment().body(), UTF_8)
                .replace("\"facebook\"", "\"" + site + "\"")
                .getBytes(UTF_8);
        assertThat(Verdicts.written(
                        GrantVerifier.verify(Cast.signed(department, "d.okoro", "p.vance", "s.lindt"), Cast.here())))
                .isEqualTo(verdict);
    }

    @Test
    void allSitesAreInEveryCatalogueAndOnPaperNoneIsLookedUp() {
        assertThat(Sites.ALL.missingFrom(Set.of())).isEmpty();
        assertThat(new Sites(List.of("facebok", "youtube")).missingFrom(Cast.SITES))
                .containsExactly("facebok");
        byte[] misspelt = Cast.signed(Cast.altered("\"facebook\"", "\"facebok\""), "d.okoro", "p.vance");
        assertThat(((HeldOnPaper) GrantVerifier.verify(misspelt, Scene.laptop())).unchecked())
                .contains(Unchecked.SITES);
    }

    @Test
    void aWholeDepartmentIsGrantedForThoseAboveAlone() {
        byte[] whole = Cast.signed(Cast.wholeDepartment().body(), "d.okoro", "p.vance", "s.lindt");
        assertThat(((VerifiedGrant) GrantVerifier.verify(whole, Cast.here())).namesOnlyThoseAbove())
                .isTrue();
        assertThat(((VerifiedGrant) GrantVerifier.verify(Cast.good(), Cast.here())).namesOnlyThoseAbove())
                .isFalse();
        assertThat(Cast.wholeDepartment().purpose().people()).isEmpty();
    }

    /** The signatures are good, but for the narrower grant. */
    @ParameterizedTest
    @CsvSource({
        "c.khan, s.lindt",
        "2026-W10, 2026-W12",
        "2026-W08, 2026-W01",
        "youtube, all",
        "q.reader, p.ress",
        "example.ac.uk/modicum, example.ac.uk/other",
        "EXCESSIVE_USE, POLICY_BREACH",
        "\"max_uses\": 2, \"max_uses\": 5",
        "2026-04-08, 2026-05-08"
    })
    void widenedAfterItWasSignedItIsBroken(String from, String to) {
        String body = Base64.getEncoder().encodeToString(GRANT.body());
        String wider = Base64.getEncoder().encodeToString(Cast.altered(from, to));
        String envelope = new String(Cast.good(), UTF_8).replace(body, wider);
        assertThat(Verdicts.written(GrantVerifier.verify(envelope.getBytes(UTF_8), Cast.here())))
                .isEqualTo("SIGNATURE_BROKEN");
    }

    @Test
    void theOnesWhoSignedOneGrantDidNotSignAnother() {
        String one = new String(Cast.signed(GRANT.body(), "d.okoro", "p.vance"), UTF_8);
        String body = Base64.getEncoder().encodeToString(GRANT.body());
        String other = Base64.getEncoder().encodeToString(Cast.wholeDepartment().body());
        assertThat(Verdicts.written(
                        GrantVerifier.verify(one.replace(body, other).getBytes(UTF_8), Cast.here())))
                .isEqualTo("SIGNATURE_BROKEN");
    }

    /** All signed as they are by an approver: a report is the person's own affair or it is none. */
    @ParameterizedTest
    @CsvSource({
        "'\"requester\": \"c.khan\"', '\"requester\": \"m.jones\"'",
        "'\"recipient\": \"c.khan\"', '\"recipient\": \"m.jones\"'",
        "'\"all\"', '\"facebook\"'",
        "'\"request\": \"bbbb', '\"request\": \"they'",
        "'\"kind\": \"subject-report\"', '\"kind\": \"subject-report\",\n  \"reason\": \"EXCESSIVE_USE\"'"
    })
    void aReportForAnybodyButThePersonIsNoReport(String from, String to) {
        String body = new String(Cast.report().body(), UTF_8);
        assertThat(body).contains(from);
        byte[] other = body.replace(from, to).getBytes(UTF_8);
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.signed(other, "d.okoro"), Cast.here())))
                .isEqualTo("NOT_A_DOCUMENT");
    }

    @Test
    void aReportOnTwoPeopleIsNone() {
        String body = new String(Cast.report().body(), UTF_8);
        String person = "    {\n      \"person\": \"c.khan\",\n      \"department\": \"Registry\"\n    }";
        String second = person.replace("c.khan", "a.smith");
        byte[] two = body.replace(person, person + ",\n" + second).getBytes(UTF_8);
        assertThat(two).isNotEqualTo(body.getBytes(UTF_8));
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.signed(two, "d.okoro"), Cast.here())))
                .isEqualTo("NOT_A_DOCUMENT");
    }

    @Test
    void nothingThatMayBeLoggedNamesAPerson() {
        VerifiedGrant verified = (VerifiedGrant) GrantVerifier.verify(Cast.good(), Cast.here());
        String shown = verified + " " + verified.grant() + " " + verified.approvals() + " " + Cast.registry() + " "
                + Cast.report() + " " + verified.grant().purpose() + " "
                + verified.grant().recipient();
        for (String name : List.of("d.okoro", "p.vance", "m.jones", "a.smith", "c.khan", "q.reader")) {
            assertThat(shown).doesNotContain(name);
        }
    }
}

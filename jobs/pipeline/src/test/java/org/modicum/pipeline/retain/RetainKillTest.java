package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.PayloadType;

/** A deletion that is killed between any two steps is ended by the next run, whatever that is for. */
class RetainKillTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;

    @TempDir
    static Path folder;

    private static PastSite past;
    private static String undisturbed;

    @BeforeAll
    static void aDeletionThatNobodyDisturbed() throws IOException {
        past = PastSite.in(folder);
        TestSite site = past.anew();
        assertThat(PastSite.execute(site, DUE).code()).isZero();
        undisturbed = withoutTimes(certificate(site));
    }

    static Stream<String> steps() {
        return Stream.of(
                        "log the intent",
                        "delete rows of activity",
                        "rewrite manifests of activity",
                        "expire snapshots of activity",
                        "trim metadata of activity",
                        "delete files of activity",
                        "delete other files",
                        "verify",
                        "destroy keys",
                        "sign the certificate",
                        "log the certificate",
                        "publish the certificate",
                        "end")
                .map(step -> "retain: " + step);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theNextRunEndsItWithTheSameCertificateButForTimes(String step) throws Exception {
        TestSite site = past.anew();
        Set<String> gone = PastSite.pseudonyms(site, "2026-W10");
        KilledSite.killBefore(step, site, DUE, PastSite.digest(site, DUE));

        TestSite.Outcome next = site.run("report");

        assertThat(next.code()).as(next.err()).isZero();
        assertThat(next.out()).contains("was stopped while it deleted");
        assertThat(withoutTimes(certificate(site))).isEqualTo(undisturbed);
        assertThat(DecodedFiles.with(site.home(), gone)).isEmpty();
        assertThat(SizedFile.below(site.home().resolve("state"))).isEmpty();
        List<Kind> kinds = AuditFiles.entries(site).stream().map(Entry::kind).toList();
        assertThat(kinds.stream().filter(kind -> kind == Kind.RETENTION_INTENT)).hasSize(1);
        assertThat(kinds.stream().filter(kind -> kind == Kind.CERTIFICATE)).hasSize(1);
        assertThat(AuditFiles.problems(site)).isEmpty();
    }

    /** So that a step that is added is not left out of the kills. */
    @Test
    void thereIsNoOtherStepAfterThePlan() throws IOException {
        TestSite site = past.anew();
        PastSite.execute(site, DUE);

        String report = Files.readString(SizedFile.below(site.home().resolve("runs")).stream()
                .map(SizedFile::file)
                .reduce((earlier, later) -> later)
                .orElseThrow());

        assertThat(Pattern.compile("\"(retain: [^\"]*)\"")
                        .matcher(report)
                        .results()
                        .map(step -> step.group(1))
                        .filter(step -> !step.equals("retain: plan")))
                .containsExactlyElementsOf(steps().toList());
    }

    @Test
    void aHoldThatIsPlacedBeforeTheNextRunKeepsWhatTheTableStillHas() throws Exception {
        TestSite site = past.anew();
        SignedHolds holds = SignedHolds.at(site);
        KilledSite.killBefore("retain: delete rows of activity", site, DUE, PastSite.digest(site, DUE));
        List<Path> before = PastSite.files(PastSite.activity(site), ".parquet");
        holds.place("2026-W10", Instant.now(), 30);

        TestSite.Outcome next = site.run("report");

        assertThat(next.code()).as(next.err()).isZero();
        assertThat(next.out()).contains("a hold was placed since");
        assertThat(PastSite.files(PastSite.activity(site), ".parquet")).isEqualTo(before);
        Path notice =
                PastSite.files(PastSite.certificates(site), ".incomplete.json").get(0);
        assertThat(Certificates.body(site, notice, PayloadType.INCOMPLETE)).contains("no hold was placed");
        assertThat(PastSite.files(PastSite.certificates(site), ".json")).hasSize(1);
    }

    private static String certificate(TestSite site) throws IOException {
        return Certificates.body(
                site, PastSite.files(PastSite.certificates(site), ".json").get(0));
    }

    /** The run is called by its time. */
    private static String withoutTimes(String certificate) {
        return certificate.replaceAll("\"(run|begun|ended)\": \"[^\"]*\"", "\"$1\"");
    }
}

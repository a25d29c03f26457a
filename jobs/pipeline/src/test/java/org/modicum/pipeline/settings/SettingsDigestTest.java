package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.audit.Hash;

/** The digest says whether settings are the same, and nothing else. */
class SettingsDigestTest {
    private static final String SOURCE = """
            modicum.sources = [{ name = campus, format = squid, path = log,
              sanction { regulation = r, dpia = d, from = 2026-01-01, to = 2027-01-01 } }]
            """;
    private static final String PROTOCOL = """
            department = Registry
            line-manager = m.jones
            thresholds = [{ from = 2026-W01, minutes = 60, per = day }]
            work-related = [{ roles = [web, press], sites = [youtube, facebook, linkedin] }]
            """;

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void aSite() {
        site = Site.in(folder).write("protocols/registry.conf", PROTOCOL).write("modicum.conf", SOURCE);
    }

    @Test
    void theSameSettingsInAnotherOrderAndWithOtherCommentsAreTheSame() {
        Hash before = digest(SOURCE + "modicum.release.round-to = 10\nmodicum.zone = Europe/Berlin\n");
        Hash after = digest("# why\nmodicum { zone = Europe/Berlin, release { round-to = 10 } }\n" + SOURCE);

        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modicum.zone = Europe/Berlin",
                "modicum.release.minimum-group = 11",
                "modicum.release.grace = 2 days",
                "modicum.ingest.settle = 2 hours",
                "modicum.working-time.days = [mon]",
                "modicum.directory.ignore-case = false",
                "modicum.reports = elsewhere",
                "modicum.store.user = other",
                "modicum.spark.master = \"local[1]\"",
                "modicum.audit-origin = another",
                "modicum.sources = []"
            })
    void anyOtherSettingIsAnother(String more) {
        assertThat(digest(SOURCE + more + "\n")).isNotEqualTo(digest(SOURCE));
    }

    @Test
    void aDepartmentWhoseNameSoundsLikeASecretIsNoSecret() {
        String office = PROTOCOL.replace("Registry", "University Secretary's Office");
        site.write("modicum.conf", SOURCE).write("protocols/registry.conf", office);
        Hash before = SettingsDigest.of(site.read());

        site.write("protocols/registry.conf", office.replace("60", "1"));

        assertThat(SettingsDigest.of(site.read())).isNotEqualTo(before);
    }

    @Test
    void anotherSanctionProtocolOrCatalogueIsAnother() {
        Set<Hash> digests = new HashSet<>();
        digests.add(digest(SOURCE));
        digests.add(digest(SOURCE.replace("2027-01-01", "2027-01-02")));
        site.write("modicum.conf", SOURCE).write("protocols/registry.conf", PROTOCOL.replace("60", "61"));
        digests.add(SettingsDigest.of(site.read()));
        site.write("protocols/registry.conf", PROTOCOL)
                .write(
                        "sites.conf",
                        "include classpath(\"modicum/sites.conf\")\nsites.zz { page = [zz.example.org] }\n");
        digests.add(SettingsDigest.of(site.read()));

        assertThat(digests).hasSize(4);
    }

    @Test
    void secretsDoNotComeIn() {
        String secret = "modicum.store.password = %1$s\nmodicum.spark.hadoop.fs.s3a.secret.key = %1$s\n"
                + "modicum.store.uri = \"jdbc:postgresql://u:%1$s@db/x?password=%1$s\"\n";

        assertThat(digest(SOURCE + secret.formatted("one"))).isEqualTo(digest(SOURCE + secret.formatted("two")));
    }

    private Hash digest(String settings) {
        site.write("modicum.conf", settings);
        return SettingsDigest.of(site.read());
    }
}

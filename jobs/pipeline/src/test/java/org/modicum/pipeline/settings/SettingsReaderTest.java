package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkRelated;
import org.modicum.policy.protocol.WorkingTime;
import org.modicum.policy.signature.Ed25519Key;

class SettingsReaderTest {

    private static final Set<DayOfWeek> WEEKDAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final List<TimeRange> OFFICE_HOURS =
            List.of(TimeRange.parse("09:00-12:00"), TimeRange.parse("13:00-17:00"));

    @TempDir
    private Path folder;

    @Test
    void defaults() {
        Settings settings = Site.in(folder).read();

        Path home = folder.resolve("var");
        assertThat(settings.home()).isEqualTo(home);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(settings.sources()).isEmpty();
        assertThat(settings.directory())
                .isEqualTo(new DirectorySettings(folder.resolve("staff.csv"), Optional.empty(), true, true, true));
        assertThat(settings.protocols()).isEmpty();
        assertThat(settings.workingTime())
                .isEqualTo(new WorkingTime(ZoneId.of("Europe/London"), WEEKDAYS, OFFICE_HOURS, Holidays.of("gb-eng")));
        assertThat(settings.catalogue().sites()).containsExactly("facebook", "linkedin", "youtube");
        assertThat(settings.release()).isEqualTo(new ReleaseSettings(10, 5, 25, Duration.ofDays(1)));
        assertThat(settings.ingest()).isEqualTo(new IngestSettings(0.05, Duration.ofDays(60), Duration.ofHours(1)));
        assertThat(settings.store())
                .isEqualTo(new StoreSettings(
                        "jdbc",
                        "jdbc:sqlite:" + home + "/store/catalogue.db",
                        home + "/store/warehouse",
                        Optional.empty(),
                        Optional.empty(),
                        S3Settings.DEFAULT));
        assertThat(settings.authorisation())
                .isEqualTo(new Authorisation(
                        Set.of(),
                        Set.of("data-protection-officer", "personnel", "senior-officer"),
                        "data-protection-officer",
                        "it-operations",
                        Duration.ofDays(7)))
                .isEqualTo(AuthorisationSettings.shipped(Set.of()));
        assertThat(settings.keys()).isEqualTo(home.resolve("keys"));
        assertThat(settings.grants()).isEqualTo(home.resolve("grants"));
        assertThat(settings.reports()).isEqualTo(home.resolve("reports"));
        assertThat(settings.audit()).isEqualTo(home.resolve("audit"));
        assertThat(settings.spark())
                .isEqualTo(Map.of(
                        "spark.master", "local[*]",
                        "spark.io.encryption.enabled", "true",
                        "spark.eventLog.enabled", "false",
                        "spark.ui.enabled", "false"));
    }

    @Test
    void everySettingIsTakenFromTheFile() {
        Settings settings = Site.in(folder)
                .write("people.csv", "")
                .write("away.csv", "")
                .write("rules/empty.conf", "")
                .write("services.conf", "sites { mastodon.page = [mastodon.social] }")
                .settings("""
                        home = /srv/modicum
                        zone = Europe/Dublin
                        sources = [{
                          name = halls, format = squid, path = "/logs/access.log*"
                          sanction { regulation = "4.2", dpia = D-1, from = 2026-02-01, to = 2026-03-01 }
                        }]
                        directory {
                          type = csv, path = people.csv, leave = away.csv
                          ignore-case = false, strip-domain = false, strip-realm = false
                        }
                        protocols = rules
                        sites = services.conf
                        working-time { zone = UTC, holidays = none, days = [sat], hours = ["10:00-24:00"] }
                        release { minimum-group = 20, round-to = 10, dominance = 30, grace = 2 days }
                        ingest { max-malformed-share = 0.5, max-age = 7 days, settle = 5 minutes }
                        store { catalog = rest, uri = "https://tables/", warehouse = "s3a://b/w", user = u, password = p }
                        authorisation {
                          roots = ["ed25519 BYEeQG0YRvVpio/nCe5zaUc7XrCv4jC7c10ba0vzTJY="]
                          approving-roles = [dpo, union], data-protection-role = dpo, it-role = it
                          revocations-max-age = 1 day
                        }
                        keys = /k, grants = /g, reports = /r, audit = /a
                        spark { master = yarn, ui.enabled = null, "executor.memory" = 4g, jars = [a, b] }
                        """)
                .read();

        assertThat(settings.home()).isEqualTo(Path.of("/srv/modicum"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(settings.sources())
                .containsExactly(new Source(
                        "halls",
                        "squid",
                        "/logs/access.log*",
                        new Sanction("4.2", "D-1", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1))));
        assertThat(settings.directory())
                .isEqualTo(new DirectorySettings(
                        folder.resolve("people.csv"), Optional.of(folder.resolve("away.csv")), false, false, false));
        assertThat(settings.workingTime())
                .isEqualTo(new WorkingTime(
                        ZoneId.of("UTC"),
                        Set.of(DayOfWeek.SATURDAY),
                        List.of(TimeRange.parse("10:00-24:00")),
                        Holidays.none()));
        assertThat(settings.catalogue().sites()).containsExactly("mastodon");
        assertThat(settings.release()).isEqualTo(new ReleaseSettings(20, 10, 30, Duration.ofDays(2)));
        assertThat(settings.ingest()).isEqualTo(new IngestSettings(0.5, Duration.ofDays(7), Duration.ofMinutes(5)));
        assertThat(settings.store())
                .isEqualTo(new StoreSettings(
                        "rest",
                        "https://tables/",
                        "s3a://b/w",
                        Optional.of("u"),
                        Optional.of("p"),
                        S3Settings.DEFAULT));
        assertThat(settings.authorisation())
                .isEqualTo(new Authorisation(
                        Set.of(Ed25519Key.parse("BYEeQG0YRvVpio/nCe5zaUc7XrCv4jC7c10ba0vzTJY=")),
                        Set.of("dpo", "union"),
                        "dpo",
                        "it",
                        Duration.ofDays(1)));
        assertThat(settings.keys()).isEqualTo(Path.of("/k"));
        assertThat(settings.grants()).isEqualTo(Path.of("/g"));
        assertThat(settings.reports()).isEqualTo(Path.of("/r"));
        assertThat(settings.audit()).isEqualTo(Path.of("/a"));
        assertThat(settings.spark())
                .isEqualTo(Map.of(
                        "spark.master", "yarn",
                        "spark.io.encryption.enabled", "true",
                        "spark.eventLog.enabled", "false",
                        "spark.executor.memory", "4g",
                        "spark.jars", "a,b"));
    }

    @Test
    void aProtocolHasEverythingItsDepartmentSet() {
        Settings settings =
                Site.in(folder).write("protocols/registry.conf", """
                        department = Registry
                        line-manager = m.jones
                        working-time {
                          zone = Europe/Paris, holidays = none, days = [mon, tue], hours = ["22:00-24:00", "00:00-06:00"]
                        }
                        thresholds = [
                          { from = 2026-W01, minutes = 60, per = day }
                          { from = 2026-W10, minutes = 300, per = week }
                        ]
                        work-related = [{ roles = [Communications], sites = [facebook] }, { sites = [youtube] }]
                        """).read();

        assertThat(settings.protocols())
                .isEqualTo(Map.of(
                        "Registry",
                        new Protocol(
                                "Registry",
                                "m.jones",
                                new WorkingTime(
                                        ZoneId.of("Europe/Paris"),
                                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                                        List.of(TimeRange.parse("22:00-24:00"), TimeRange.parse("00:00-06:00")),
                                        Holidays.none()),
                                List.of(
                                        new Threshold(IsoWeek.parse("2026-W01"), 60, Per.DAY),
                                        new Threshold(IsoWeek.parse("2026-W10"), 300, Per.WEEK)),
                                List.of(
                                        new WorkRelated(Set.of("communications"), Set.of("facebook")),
                                        new WorkRelated(Set.of(), Set.of("youtube"))))));
    }

    @Test
    void whereAProtocolIsSilentTheSitesWorkingTimeHolds() {
        Settings settings = Site.in(folder)
                .settings("working-time { days = [mon], holidays = none }")
                .write(
                        "protocols/a.conf",
                        "department = A, line-manager = m, working-time { hours = [\"08:00-09:00\"] }")
                .write("protocols/b.conf", "department = B, line-manager = m")
                .read();

        WorkingTime site = settings.workingTime();
        assertThat(settings.protocols().get("A").workingTime())
                .isEqualTo(new WorkingTime(
                        site.zone(), site.days(), List.of(TimeRange.parse("08:00-09:00")), site.holidays()));
        assertThat(settings.protocols().get("B").workingTime()).isEqualTo(site);
    }

    @Test
    void workingTimeIsInTheSitesZoneUnlessItSaysOtherwise() {
        assertThat(Site.in(folder)
                        .settings("zone = Europe/Dublin")
                        .read()
                        .workingTime()
                        .zone())
                .isEqualTo(ZoneId.of("Europe/Dublin"));
    }

    @Test
    void aSanctionHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
        Sanction sanction = new Sanction("4.2", "D-1", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));

        assertThat(sanction.isCurrent(LocalDate.of(2026, 1, 31))).isFalse();
        assertThat(sanction.isCurrent(LocalDate.of(2026, 2, 1))).isTrue();
        assertThat(sanction.isCurrent(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(sanction.isCurrent(LocalDate.of(2026, 3, 1))).isFalse();
    }
}

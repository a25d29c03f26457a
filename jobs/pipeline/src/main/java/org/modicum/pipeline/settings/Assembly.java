package org.modicum.pipeline.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.modicum.pipeline.sites.SitesFile;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.WorkingTime;

/** Makes the settings out of what was read. */
final class Assembly {
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9./-]{1,100}");

    private final Section modicum;
    private final Problems problems;

    private Assembly(Section modicum, Problems problems) {
        this.modicum = modicum;
        this.problems = problems;
    }

    /** The settings; empty when there is any problem, all of which are noted. */
    static Optional<Settings> of(Section root, Problems problems) {
        Optional<Section> modicum = root.required("modicum").flatMap(Setting::section);
        root.noOtherKeys();
        return modicum.flatMap(block -> new Assembly(block, problems).settings());
    }

    private Optional<Settings> settings() {
        Optional<Path> home = path("home");
        Optional<ZoneId> zone = modicum.required("zone").flatMap(WorkingTimes::zone);
        List<Source> sources = Source.readAll(modicum.elements("sources"));
        Optional<DirectorySettings> directory = block("directory").map(DirectorySettings::read);
        Optional<Catalogue> catalogue = modicum.required("sites").flatMap(this::catalogue);
        Optional<WorkingTime> workingTime = block("working-time").flatMap(WorkingTimes::read);
        Map<String, Protocol> protocols = protocols(workingTime, catalogue);
        Optional<ReleaseSettings> release = block("release").map(ReleaseSettings::read);
        Optional<IngestSettings> ingest = block("ingest").map(IngestSettings::read);
        Optional<StoreSettings> store = block("store").map(StoreSettings::read);
        Optional<RetentionSettings> retention =
                block("retention").flatMap(block -> RetentionSettings.read(block, ingest));
        Optional<ControllerSettings> controller = block("controller").map(ControllerSettings::read);
        Optional<Authorisation> authorisation = block("authorisation").flatMap(AuthorisationSettings::read);
        Optional<Path> keys = path("keys");
        Optional<Path> grants = path("grants");
        Optional<Path> reports = path("reports");
        Optional<Path> audit = path("audit");
        Optional<String> auditOrigin = modicum.required("audit-origin").flatMap(Assembly::origin);
        Optional<Path> metrics = block("metrics").flatMap(Assembly::textfile);
        Map<String, String> spark =
                modicum.optional("spark").map(SparkOptions::read).orElse(Map.of());
        modicum.noOtherKeys();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                home.orElseThrow(),
                zone.orElseThrow(),
                sources,
                directory.orElseThrow(),
                protocols,
                workingTime.orElseThrow(),
                catalogue.orElseThrow(),
                release.orElseThrow(),
                ingest.orElseThrow(),
                store.orElseThrow(),
                retention.orElseThrow(),
                controller.orElseThrow(),
                authorisation.orElseThrow(),
                keys.orElseThrow(),
                grants.orElseThrow(),
                reports.orElseThrow(),
                audit.orElseThrow(),
                auditOrigin.orElseThrow(),
                metrics,
                spark));
    }

    private static Optional<Path> textfile(Section metrics) {
        Optional<Path> file = metrics.optional("textfile").flatMap(Setting::path);
        metrics.noOtherKeys();
        return file;
    }

    /** A subset of what C2SP signed-note allows, which leaves room for the key beside it in an entry. */
    private static Optional<String> origin(Setting setting) {
        return setting.parsed(text -> {
            if (!ORIGIN.matcher(text).matches()) {
                throw new IllegalArgumentException("a log's name has 1 to 100 letters, digits, dots, slashes and"
                        + " hyphens, such as example.ac.uk/modicum");
            }
            return text;
        });
    }

    private Optional<Path> path(String key) {
        return modicum.required(key).flatMap(Setting::path);
    }

    private Optional<Section> block(String key) {
        return modicum.required(key).flatMap(Setting::section);
    }

    private Map<String, Protocol> protocols(Optional<WorkingTime> workingTime, Optional<Catalogue> catalogue) {
        ProtocolFile reader = new ProtocolFile(
                workingTime.orElse(WorkingTimes.STAND_IN),
                catalogue.map(Catalogue::sites).orElse(List.of()));
        return modicum.required("protocols")
                .map(setting -> ProtocolFolder.read(setting, reader, problems))
                .orElse(Map.of());
    }

    private Optional<Catalogue> catalogue(Setting setting) {
        return setting.path().map(file -> SitesFile.read(file, problems));
    }
}

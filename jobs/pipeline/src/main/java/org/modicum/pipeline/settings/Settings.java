package org.modicum.pipeline.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.WorkingTime;

/**
 * All that a site has set, checked. All paths are absolute.
 *
 * @param home the folder of all state that is not set elsewhere
 * @param zone the zone of weeks, days and reports
 * @param sources may be empty: a site whose monitoring has ended must still be able to delete what it holds
 * @param directory the staff directory
 * @param protocols the departments' own rules, by department
 * @param workingTime what holds for a department without a protocol
 * @param catalogue the sites
 * @param release how a release is made
 * @param ingest how logs are read
 * @param store where the tables are
 * @param retention how long what is kept
 * @param controller who answers for the processing
 * @param authorisation who may authorise; without two roots nobody
 * @param keys the folder of the weeks' pseudonym keys
 * @param grants the folder of grants
 * @param reports the folder in which releases are published
 * @param audit the folder of the audit log
 * @param auditOrigin the name of the audit log, which is the name its key signs under
 * @param metrics the file for Prometheus's textfile collector; empty if none is wanted
 * @param spark what is passed to the Spark session, by its full name ({@code spark.…})
 */
public record Settings(
        Path home,
        ZoneId zone,
        List<Source> sources,
        DirectorySettings directory,
        Map<String, Protocol> protocols,
        WorkingTime workingTime,
        Catalogue catalogue,
        ReleaseSettings release,
        IngestSettings ingest,
        StoreSettings store,
        RetentionSettings retention,
        ControllerSettings controller,
        Authorisation authorisation,
        Path keys,
        Path grants,
        Path reports,
        Path audit,
        String auditOrigin,
        Optional<Path> metrics,
        Map<String, String> spark) {

    public Settings {
        sources = List.copyOf(sources);
        protocols = Map.copyOf(protocols);
        spark = Map.copyOf(spark);
    }

    /** Short, and without what may be secret. */
    @Override
    public String toString() {
        return "Settings[home=" + home + "]";
    }
}

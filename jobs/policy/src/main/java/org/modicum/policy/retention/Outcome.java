package org.modicum.policy.retention;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Spelling;

/**
 * What became of a plan: a certificate if every check holds, or else a notice that the deletion is incomplete. There is
 * no way to have a certificate while a check does not hold.
 *
 * @param run that began it
 * @param order of whom: the digest of the plan that somebody named, or of the standing rule
 * @param begun when
 * @param ended when the last check was made
 * @param keys weeks whose pseudonyms' keys were destroyed
 * @param checks all that were made
 * @param store what has to be said beside {@link #SCOPE} of where the tables' files were
 */
public record Outcome(
        String run,
        Order order,
        Plan plan,
        Instant begun,
        Instant ended,
        List<String> keys,
        List<Check> checks,
        String version,
        List<String> store) {

    /** What nobody should take a certificate for. */
    public static final List<String> SCOPE = List.of(
            "It covers the tables' warehouse, the catalogue and the folders of this installation, on file systems as"
                    + " they were mounted.",
            "It does not cover backups, nor snapshots of a file system or a volume: they hold the deleted data until"
                    + " they themselves expire.",
            "It does not cover what a disk keeps of a deleted file. Deleting is not sanitising (NIST SP 800-88); where"
                    + " the volume is encrypted, destroying its key is.",
            "It does not cover the proxy's own log files, copies that people made, nor what a recipient of a sealed file"
                    + " has.",
            "The audit log stays. Of what was deleted it has counts, digests and names of weeks.");

    /** @throws IllegalArgumentException if nothing was checked: that would certify anything */
    public Outcome {
        begun = begun.truncatedTo(ChronoUnit.SECONDS);
        ended = ended.truncatedTo(ChronoUnit.SECONDS);
        keys = keys.stream().sorted().toList();
        checks = List.copyOf(checks);
        store = List.copyOf(store);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("Nothing was checked, so nothing can be said");
        }
    }

    public boolean isComplete() {
        return checks.stream().allMatch(Check::holds);
    }

    /** What kind of document {@link #body} is. */
    public PayloadType type() {
        return isComplete() ? PayloadType.CERTIFICATE : PayloadType.INCOMPLETE;
    }

    /** What is signed: the one spelling. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeStringField("says", isComplete() ? "deleted and verified" : "INCOMPLETE: not all is gone");
            json.writeStringField("run", run);
            json.writeStringField("ordered_by", order.sentence());
            json.writeStringField("plan", plan.digest());
            json.writeStringField("rules", plan.rules());
            json.writeStringField("begun", begun.toString());
            json.writeStringField("ended", ended.toString());
            json.writeStringField("version", version);
            json.writeArrayFieldStart("deleted");
            for (Sum sum : sums().values()) {
                write(json, sum);
            }
            json.writeEndArray();
            Spelling.texts(json, "keys_destroyed", keys);
            json.writeArrayFieldStart("checks");
            for (Check check : checks) {
                write(json, check);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("kept_back");
            for (KeptBack kept : plan.keptBack()) {
                Plan.write(json, kept);
            }
            json.writeEndArray();
            Spelling.texts(
                    json, "scope", Stream.concat(SCOPE.stream(), store.stream()).toList());
        });
    }

    private record Sum(DataKind kind, String part, long files, long bytes, long records) {
        Sum plus(Sum other) {
            return new Sum(kind, part, files + other.files, bytes + other.bytes, records + other.records);
        }
    }

    /** By kind and part. Paths are in the plan, of which the digest is here. */
    private Map<String, Sum> sums() {
        Map<String, Sum> sums = new TreeMap<>();
        plan.items()
                .forEach(item -> sums.merge(
                        item.kind().word() + " " + item.part(),
                        new Sum(item.kind(), item.part(), 1, item.bytes(), item.records()),
                        Sum::plus));
        return sums;
    }

    private static void write(JsonGenerator json, Sum sum) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", sum.kind().word());
        json.writeStringField("part", sum.part());
        json.writeNumberField("files", sum.files());
        json.writeNumberField("bytes", sum.bytes());
        json.writeNumberField("records", sum.records());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Check check) throws IOException {
        json.writeStartObject();
        json.writeStringField("what", check.what());
        json.writeStringField("how", check.how());
        json.writeNumberField("wrong", check.wrong());
        json.writeEndObject();
    }
}

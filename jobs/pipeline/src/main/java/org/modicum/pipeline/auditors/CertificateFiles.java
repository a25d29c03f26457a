package org.modicum.pipeline.auditors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.retain.CheckedCertificate;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.grant.RefusedException;

/**
 * The files in the folder of certificates, each checked. Nothing of one that does not hold is shown.
 *
 * @param digests of the files, as the log has them
 */
record CertificateFiles(List<Row> rows, List<Row> sums, List<String> digests, List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}[.][0-9]{3}Z([.]incomplete)?[.]json");
    private static final String SECTION = "deletions";

    static CertificateFiles read(AsFound found) {
        CertificateFiles files =
                new CertificateFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Path folder = found.settings().retention().certificates();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                paths.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .forEach(path -> files.add(path, found.log()));
            } catch (IOException e) {
                throw new UncheckedIOException("The certificates in " + folder + " could not be listed", e);
            }
        }
        return files;
    }

    static List<Column> columns() {
        return List.of(
                Column.text("file", "File"),
                Column.text("verified", "Verified"),
                Column.text("says", "Says"),
                Column.text("ended", "Ended"),
                Column.text("ordered_by", "Ordered by"),
                Column.text("keys_destroyed", "Keys destroyed of"),
                Column.number("checks", "Checks"),
                Column.number("checks_wrong", "Wrong"),
                Column.number("kept_back", "Held back"),
                Column.text("entry", "Entry in the log"));
    }

    static List<Column> sumColumns() {
        return List.of(
                Column.text("run", "Run"),
                Column.text("kind", "Kind"),
                Column.number("files", "Files"),
                Column.number("rows", "Rows"),
                Column.number("bytes", "Bytes"));
    }

    private void add(Path file, ReadLog log) {
        String name = file.getFileName().toString();
        String shown = NAME.matcher(name).matches() ? name : "called in another way";
        try {
            byte[] content = Files.readAllBytes(file);
            digests.add(Hash.ofFile(content).hex());
            if (log.key().isEmpty()) {
                unverified(shown, "the log's public key is not there");
                return;
            }
            CheckedCertificate checked = CheckedCertificate.of(file, log.key().orElseThrow());
            if (log.holds()
                    && log.entries().stream()
                            .noneMatch(entry -> isOf(entry, Hash.ofFile(content).hex()))) {
                unverified(shown, "its signature holds, but the log does not have it: an older log was put back");
                return;
            }
            verified(shown, checked, JSON.readTree(checked.body()));
        } catch (RefusedException e) {
            unverified(shown, e.refusal().sentence());
        } catch (ExitException | AuditException e) {
            unverified(shown, "the proof beside it is missing, does not hold, or is of something else");
        } catch (IOException e) {
            unverified(shown, "it could not be read");
        }
    }

    private static boolean isOf(Entry entry, String digest) {
        return entry.kind() == Kind.CERTIFICATE && entry.text("certificate").equals(digest)
                || entry.kind() == Kind.RETENTION_INCOMPLETE
                        && entry.text("notice").equals(digest);
    }

    private void unverified(String name, String why) {
        rows.add(Row.marked(Mark.WRONG, name, "NOT VERIFIED: " + why, "", "", "", "", "", "", "", ""));
        findings.add(Finding.wrong(SECTION, "The certificate " + name + " is NOT VERIFIED: " + why));
    }

    private void verified(String name, CheckedCertificate checked, JsonNode said) {
        List<String> weeks = new ArrayList<>();
        said.path("keys_destroyed").forEach(week -> weeks.add(week.asText()));
        int wrong = 0;
        for (JsonNode check : said.path("checks")) {
            wrong += check.path("wrong").asLong() == 0 ? 0 : 1;
        }
        rows.add(Row.marked(
                checked.isComplete() ? Mark.PLAIN : Mark.LOOK,
                name,
                checked.isComplete() ? "verified" : "signature holds",
                said.path("says").asText(),
                said.path("ended").asText(),
                said.path("ordered_by").asText().replaceFirst("([0-9a-f]{16})[0-9a-f]{48}", "$1"),
                String.join(", ", weeks),
                said.path("checks").size(),
                wrong,
                said.path("kept_back").size(),
                checked.proof().map(proof -> Long.toString(proof.place())).orElse("")));
        Map<String, long[]> byKind = new TreeMap<>();
        for (JsonNode sum : said.path("deleted")) {
            long[] sums = byKind.computeIfAbsent(sum.path("kind").asText(), kind -> new long[3]);
            sums[0] += sum.path("files").asLong();
            sums[1] += sum.path("records").asLong();
            sums[2] += sum.path("bytes").asLong();
        }
        byKind.forEach((kind, all) -> sums.add(Row.of(said.path("run").asText(), kind, all[0], all[1], all[2])));
    }
}

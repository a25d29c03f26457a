package org.modicum.pipeline.auditors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.audit.Checkpoint;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.audit.MerkleTree;
import org.modicum.policy.audit.NoteKey;

/** The state of the log itself, and who has seen it. */
final class LogSection {
    static final String ID = "log";

    private final ReadLog log;
    private final List<Finding> findings = new ArrayList<>();

    private LogSection(ReadLog log) {
        this.log = log;
    }

    static Section of(AsFound found) {
        return new LogSection(found.log()).section();
    }

    private Section section() {
        log.problems().forEach(problem -> findings.add(Finding.wrong(ID, "The audit log DOES NOT HOLD. " + problem)));
        List<Row> witnesses =
                log.of(Kind.CHECKPOINT_WITNESSED).map(this::witness).toList();
        if (log.holds() && witnesses.isEmpty()) {
            findings.add(
                    Finding.look(
                            ID,
                            "No witness has signed the log. Whoever has its key can write another past, and nobody would see it."));
        }
        return new Section(
                ID,
                "Is the log whole, and who has seen it?",
                List.of(
                        "The log is a list of entries that cannot be changed, moved or taken out unseen: all of them"
                                + " together give one number, which the log’s key signs. It is no proof against somebody who"
                                + " has that key. A witness is: a second party who keeps what they signed.",
                        "Compare the key below with the one that a person gave you. A key that comes from the machine that"
                                + " you audit proves nothing against those who run it."),
                "the audit log, every entry and hash of which was worked out again when this page was written.",
                List.of(
                        "modicum audit verify --log COPY --key VKEY",
                        "modicum audit verify --log COPY --key VKEY --since KEPT    # a checkpoint that you kept"),
                findings,
                List.of(
                        Table.of(
                                "log",
                                "State of the log",
                                List.of(Column.text("what", "What"), Column.text("value", "")),
                                state()),
                        Table.of("witnesses", "Signatures of witnesses", witnessColumns(), witnesses),
                        Table.of("entry-kinds", "Entries by kind", kindColumns(), kinds()),
                        Table.inFiles("events", "Entries of the log", eventColumns(), events())));
    }

    private List<Row> state() {
        List<Row> rows = new ArrayList<>();
        rows.add(
                log.holds()
                        ? Row.of("State", "holds")
                        : Row.marked(
                                Mark.WRONG,
                                "State",
                                "DOES NOT HOLD. Its entries cannot be trusted and are not shown."));
        rows.add(Row.of("Name", log.origin()));
        rows.add(Row.of("Public key", log.key().map(NoteKey::vkey).orElse("not there")));
        log.head().ifPresent(head -> {
            rows.add(Row.of("Entries", Long.toString(head.size())));
            rows.add(Row.of("Root", head.root().base64()));
        });
        if (!log.entries().isEmpty()) {
            rows.add(Row.of("First entry", Words.time(log.entries().get(0).time())));
            rows.add(
                    Row.of("Latest entry", log.lastTime().map(Instant::toString).orElse("")));
        }
        log.problems().forEach(problem -> rows.add(Row.marked(Mark.WRONG, "Problem", problem)));
        return rows;
    }

    private static List<Column> witnessColumns() {
        return List.of(
                Column.text("witness", "Witness"),
                Column.text("cosigned", "Signed"),
                Column.number("size", "Entries they saw"),
                Column.number("since", "Entries since"),
                Column.text("state", "State"),
                Column.text("key", "Their public key"));
    }

    private Row witness(Entry entry) {
        long size = entry.count("size");
        boolean fits = size <= log.entries().size() && root((int) size).equals(entry.text("root"));
        String vkey = entry.text("witness");
        String name = vkey.contains("+") ? vkey.substring(0, vkey.indexOf('+')) : vkey;
        if (!fits) {
            findings.add(Finding.wrong(ID, "What the witness " + name + " signed is NOT the beginning of this log."));
        }
        return Row.marked(
                fits ? Mark.PLAIN : Mark.WRONG,
                name,
                entry.text("cosigned"),
                size,
                log.head().map(Checkpoint::size).orElse(size) - size,
                fits ? "the beginning of this log" : "NOT the beginning of this log",
                vkey);
    }

    private String root(int size) {
        List<Hash> leaves = log.entries().subList(0, size).stream()
                .map(Entry::bytes)
                .map(MerkleTree::leaf)
                .toList();
        return MerkleTree.root(leaves).hex();
    }

    private static List<Column> kindColumns() {
        return List.of(
                Column.text("kind", "Kind"), Column.number("entries", "Entries"), Column.text("latest", "Latest"));
    }

    private List<Row> kinds() {
        Map<String, List<Entry>> kinds = new TreeMap<>();
        log.entries()
                .forEach(entry -> kinds.computeIfAbsent(entry.kind().written(), none -> new ArrayList<>())
                        .add(entry));
        List<Row> rows = new ArrayList<>();
        kinds.forEach((kind, entries) -> rows.add(Row.of(
                kind, entries.size(), Words.time(entries.get(entries.size() - 1).time()))));
        return rows;
    }

    private static List<Column> eventColumns() {
        return List.of(
                Column.number("place", "Place"),
                Column.text("time", "When"),
                Column.text("kind", "Kind"),
                Column.text("case_ref", "Case"),
                Column.text("run", "Run"),
                Column.text("entry", "Entry"));
    }

    private List<Row> events() {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : log.entries()) {
            rows.add(Row.of(
                    rows.size(),
                    entry.time(),
                    entry.kind().written(),
                    entry.values().containsKey("case_ref") ? entry.text("case_ref") : "",
                    entry.values().containsKey("run") ? entry.text("run") : "",
                    fields(entry)));
        }
        return rows;
    }

    /** Without time and kind, which have columns of their own. */
    private static String fields(Entry entry) {
        String line = entry.readable().strip();
        int start = line.indexOf(entry.kind().written().toLowerCase(Locale.ROOT));
        return line.substring(start + entry.kind().written().length()).strip();
    }
}

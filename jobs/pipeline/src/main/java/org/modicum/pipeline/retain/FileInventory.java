package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.audit.GivenProofs;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.hold.HeldCopies;
import org.modicum.pipeline.hold.HoldHistory;
import org.modicum.pipeline.hold.Holds;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.Lift;
import org.modicum.policy.retention.LoggedHold;
import org.modicum.policy.retention.PlacedHold;

/** What is held in files that are no table's, as far as it is deleted file by file. */
final class FileInventory {
    private static final String KEY = ".key";
    private static final int GRANT_DIGITS = 16;

    private final Settings settings;
    private final Home home;
    private final Map<String, LocalDate> made = new HashMap<>();

    /** @param log tells when a file was made, which a restored backup does not change as it changes the file's time */
    FileInventory(Settings settings, Home home, List<Entry> log) {
        this.settings = settings;
        this.home = home;
        for (Entry entry : log) {
            LocalDate day = LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
            if (entry.kind() == Kind.FLAG || entry.kind() == Kind.SUBJECT_REPORT) {
                made.putIfAbsent(entry.text("file"), day);
            } else if (entry.kind() == Kind.GRANT_REQUESTED) {
                made.putIfAbsent(entry.text("grant").substring(0, GRANT_DIGITS), day);
            }
        }
    }

    List<Held> held(Holds holds) {
        List<Held> held = new ArrayList<>();
        held.addAll(keys());
        held.addAll(reports());
        held.addAll(sealed());
        held.addAll(grants());
        held.addAll(runs());
        held.addAll(holds(holds));
        held.addAll(copies(holds));
        return held;
    }

    private List<Held> holds(Holds holds) {
        Map<Path, PlacedHold> ends = new HashMap<>();
        holds.files()
                .forEach((file, hold) ->
                        holds.placed(hold.signed().digest()).ifPresent(placed -> ends.put(file, placed)));
        return SizedFile.below(settings.retention().holds()).stream()
                .flatMap(file -> Optional.ofNullable(ends.get(file.file()))
                        .map(hold -> hold(file, hold.hold().caseReference(), hold.end()))
                        .or(() -> Optional.ofNullable(holds.lifts().get(file.file()))
                                .map(lift -> lift.signed().document())
                                .map(lift -> hold(file, lift.caseReference(), endOf(lift, holds))))
                        .stream())
                .toList();
    }

    private static Held hold(SizedFile file, CaseReference reference, LocalDate end) {
        return Held.file(DataKind.HOLD, reference.text(), file.path(), file.bytes(), end, Set.of());
    }

    private static LocalDate endOf(Lift lift, Holds holds) {
        return Optional.ofNullable(holds.history().holds().get(lift.hold()))
                .map(LoggedHold::end)
                .orElseGet(lift::day);
    }

    /** One that is not as it was logged is told by its name, and goes no sooner: it may be mended. */
    private List<Held> copies(Holds holds) {
        Map<String, LocalDate> ends = new HashMap<>();
        for (HoldHistory.Copy copy : holds.history().copies()) {
            ends.merge(
                    copy.grant().substring(0, GRANT_DIGITS),
                    holds.endOfCase(copy.hold()),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return SizedFile.below(HeldCopies.of(settings).folder()).stream()
                .map(file -> Held.file(
                        DataKind.HELD_COPY,
                        file.name(),
                        file.path(),
                        file.bytes(),
                        ends.entrySet().stream()
                                .filter(end -> file.name().contains("-" + end.getKey() + "-"))
                                .findFirst()
                                .map(Map.Entry::getValue)
                                .orElseGet(() -> written(file.file())),
                        Set.of()))
                .toList();
    }

    private List<Held> keys() {
        return SizedFile.below(settings.keys()).stream()
                .filter(file -> file.file().getParent().equals(settings.keys()))
                .filter(file -> file.name().matches("[0-9]{4}-W[0-9]{2}[.]key"))
                .map(file -> ofWeek(
                        DataKind.PSEUDONYM_KEY,
                        file,
                        file.name().substring(0, file.name().length() - KEY.length())))
                .toList();
    }

    private List<Held> reports() {
        List<Held> held = new ArrayList<>();
        for (SizedFile file : SizedFile.below(settings.reports())) {
            String folder =
                    settings.reports().relativize(file.file()).getName(0).toString();
            if (folder.matches("[0-9]{4}-W[0-9]{2}")) {
                held.add(ofWeek(DataKind.REPORT, file, folder));
            }
        }
        return held;
    }

    /** The proof beside a sealed file goes with it. */
    private List<Held> sealed() {
        List<Held> held = new ArrayList<>();
        for (SizedFile file : SizedFile.below(settings.grants().resolve("sealed"))) {
            Path sealed = file.name().endsWith(GivenProofs.SUFFIX)
                    ? file.file()
                            .resolveSibling(
                                    file.name().substring(0, file.name().length() - GivenProofs.SUFFIX.length()))
                    : file.file();
            Optional<LocalDate> logged = Files.exists(sealed)
                    ? Optional.ofNullable(made.get(ProofFile.digest(sealed).hex()))
                    : Optional.empty();
            held.add(Held.file(
                    DataKind.FLAG,
                    file.name(),
                    file.path(),
                    file.bytes(),
                    logged.orElseGet(() -> written(file.file())),
                    Set.of()));
        }
        return held;
    }

    private List<Held> grants() {
        return SizedFile.below(settings.grants().resolve("live")).stream()
                .map(file -> {
                    String stem = file.name().replaceFirst("[.]json$", "");
                    String digits = stem.substring(Math.max(0, stem.length() - GRANT_DIGITS));
                    LocalDate day = Optional.ofNullable(made.get(digits)).orElseGet(() -> written(file.file()));
                    return Held.file(DataKind.GRANT, stem, file.path(), file.bytes(), day, Set.of());
                })
                .toList();
    }

    private List<Held> runs() {
        return SizedFile.below(home.runs()).stream()
                .filter(file -> file.name().matches("[0-9]{8}T.*[.]json"))
                .map(file -> {
                    Part run = Part.run(file.name().replaceFirst("[.]json$", ""));
                    return Held.file(DataKind.RUN_REPORT, run.name(), file.path(), file.bytes(), run.last(), Set.of());
                })
                .toList();
    }

    private static Held ofWeek(DataKind kind, SizedFile file, String name) {
        Part week = Part.week(IsoWeek.parse(name));
        return Held.file(kind, week.name(), file.path(), file.bytes(), week.last(), week.weeks());
    }

    private static LocalDate written(Path file) {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be looked at", e);
        }
    }
}

package org.modicum.pipeline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modicum.pipeline.audit.log.SimulatedDisk.Crash;
import org.modicum.policy.audit.Checkpoint;

/** A crash at every single step of the writer, whatever it leaves, and what the log is like afterwards. */
class CrashTest {
    private static final List<Double> PARTS = List.of(0.0, 0.5, 1.0);

    /** Numbers of entries: a new log; a bundle that becomes full; entries that fall into two bundles. */
    private static final List<List<Integer>> STORIES =
            List.of(List.of(0, 1, 3), List.of(255, 256, 257), List.of(255, 257));

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyStepLeavesALogThatMendsItself(Crash crash) throws IOException {
        for (List<Integer> sizes : STORIES) {
            SimulatedDisk start = new SimulatedDisk();
            append(start, 0, sizes.get(0));
            int all = run(start.after(Crash.KILLED), sizes, new ArrayList<>());
            assertThat(all).isGreaterThan(20);
            for (int step = 0; step < all; step++) {
                for (double part : PARTS) {
                    SimulatedDisk disk = start.after(Crash.POWER_CUT).crashAt(step, part);
                    List<Checkpoint> seen = new ArrayList<>();
                    run(disk, sizes, seen);
                    assertThat(disk.crashed()).isTrue();
                    checkAndContinue(disk.after(crash), seen);
                    if (!disk.crashedInWrite()) {
                        break;
                    }
                }
            }
        }
    }

    @Test
    void aNewLogCanCrashAtItsBeginning() throws IOException {
        SimulatedDisk measure = new SimulatedDisk();
        append(measure, 0, 1);
        for (int step = 0; step < measure.steps(); step++) {
            for (Crash crash : Crash.values()) {
                SimulatedDisk disk = new SimulatedDisk().crashAt(step, 0.5);
                List<Checkpoint> seen = new ArrayList<>();
                crashing(disk, 0, 1, seen);
                checkAndContinue(disk.after(crash), seen);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileMendingIsMendedToo(Crash crash) throws IOException {
        SimulatedDisk start = new SimulatedDisk();
        append(start, 0, 2);
        int all = append(start.after(Crash.POWER_CUT), 2, 4);
        for (int step = 0; step < all; step++) {
            SimulatedDisk first = start.after(Crash.POWER_CUT).crashAt(step, 0.5);
            List<Checkpoint> seen = new ArrayList<>();
            crashing(first, 2, 4, seen);
            for (int again = 0; ; again++) {
                SimulatedDisk second = first.after(crash).crashAt(again, 0.5);
                List<Checkpoint> alsoSeen = new ArrayList<>(seen);
                crashing(second, 0, 0, alsoSeen);
                if (!second.crashed()) {
                    break;
                }
                checkAndContinue(second.after(crash), alsoSeen);
            }
        }
    }

    @Test
    void afterAFailureTheLogTakesNothingUntilItIsOpenedAgain() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        LogFolder log = LogFolder.open(disk, Entries.LOG);
        log.append(Entries.bytes(0, 3));
        disk.crashAt(4, 0);
        assertThatThrownBy(() -> log.append(Entries.bytes(3, 4))).isInstanceOf(UncheckedIOException.class);
        disk.crashAt(Integer.MAX_VALUE / 2, 0);
        assertThatIllegalStateException().isThrownBy(() -> log.append(Entries.bytes(3, 4)));
        assertThatIllegalStateException().isThrownBy(log::checkpoint);
        log.close();
        try (LogFolder again = LogFolder.open(disk, Entries.LOG)) {
            again.append(Entries.bytes(3, 4));
            assertThat(again.verify(List.of(Entries.LOG.key()))).isEmpty();
        }
    }

    /** @return steps it took */
    private static int run(SimulatedDisk disk, List<Integer> sizes, List<Checkpoint> seen) throws IOException {
        for (int i = 1; i < sizes.size(); i++) {
            crashing(disk, sizes.get(i - 1), sizes.get(i), seen);
        }
        return disk.steps();
    }

    private static int append(SimulatedDisk disk, int from, int to) throws IOException {
        int before = disk.steps();
        try (LogFolder log = LogFolder.open(disk, Entries.LOG)) {
            log.append(Entries.bytes(from, to));
        }
        return disk.steps() - before;
    }

    /** Every checkpoint that anybody could see is kept, even if the writer fell over right after. */
    private static void crashing(SimulatedDisk disk, int from, int to, List<Checkpoint> seen) throws IOException {
        if (disk.crashed()) {
            return;
        }
        try {
            append(disk, from, to);
        } catch (UncheckedIOException e) {
            assertThat(disk.crashed()).isTrue();
        }
        LogReader reader = new LogReader(disk, List.of(Entries.LOG.key()));
        if (disk.read("checkpoint").isPresent()) {
            seen.add(reader.checkpoint().checkpoint());
        }
    }

    private static void checkAndContinue(SimulatedDisk disk, List<Checkpoint> seen) throws IOException {
        try (LogFolder log = LogFolder.open(disk, Entries.LOG)) {
            int size = (int) log.checkpoint().checkpoint().size();
            assertThat(new Bundles(disk::read, size).unpublished(disk)).isEmpty();
            assertThat(disk.read("checkpoint.part")).isEmpty();
            assertThat(log.verify(List.of(Entries.LOG.key()))).isEmpty();
            seen.forEach(old -> assertThat(log.consistency(old)).isEmpty());
            assertThat(log.append(Entries.bytes(size, size + 2))).containsExactly((long) size, (long) size + 1);
            assertThat(log.verify(List.of(Entries.LOG.key()))).isEmpty();
            assertThat(log.entries())
                    .isEqualTo(IntStream.range(0, size + 2)
                            .mapToObj(Entries::entry)
                            .toList());
        }
    }
}

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

    /** From an empty folder over the edge of a bundle: full and partial tiles of two levels, and their clearing away. */
    private static final int[] BATCHES = {1, 2, 252, 1, 5, 256, 1};

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyStepLeavesALogThatMendsItself(Crash crash) throws IOException {
        int all = run(new SimulatedDisk(), new ArrayList<>());
        assertThat(all).isGreaterThan(150);
        for (int step = 0; step < all; step++) {
            for (double part : PARTS) {
                SimulatedDisk disk = new SimulatedDisk().crashAt(step, part);
                List<Checkpoint> seen = new ArrayList<>();
                run(disk, seen);
                assertThat(disk.crashed()).isTrue();
                checkAndContinue(disk.after(crash), seen);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileMendingIsMendedToo(Crash crash) throws IOException {
        SimulatedDisk start = new SimulatedDisk();
        append(start, 0, 255);
        SimulatedDisk measure = start.after(Crash.POWER_CUT);
        int all = append(measure, 255, 257);
        for (int step = 0; step < all; step++) {
            SimulatedDisk first = start.after(Crash.POWER_CUT).crashAt(step, 0.5);
            List<Checkpoint> seen = new ArrayList<>();
            crashing(first, 255, 257, seen);
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
    private static int run(SimulatedDisk disk, List<Checkpoint> seen) throws IOException {
        int from = 0;
        for (int batch : BATCHES) {
            crashing(disk, from, from + batch, seen);
            from += batch;
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

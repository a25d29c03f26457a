package org.modicum.pipeline.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.synth.LogStyle;

/** On a seed that the constants of the method were not chosen on. */
class NobodyWithinIsFlaggedTest {
    private static final long SEED = 161803;

    @TempDir
    Path folder;

    @Test
    void inAThousandPersonWeeksOfEveryKindOfLogNobodyWithinTheirThresholdIsFlagged() {
        int personWeeks = 0;
        int found = 0;
        System.out.println(FlagsMeasured.header());
        for (LogStyle style : LogStyle.values()) {
            FlagsMeasured measured = Accuracy.flag(folder.resolve(style.name()), style, 260, 14, SEED);
            System.out.println(measured.line());
            assertThat(measured.wronglyFlagged()).as(style.name()).isZero();
            personWeeks += measured.personWeeks();
            found += measured.found();
        }
        assertThat(personWeeks).isGreaterThanOrEqualTo(1000);
        assertThat(found).as("a method that flags nobody would pass").isPositive();
    }
}

package org.modicum.pipeline.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.policy.attention.Method;
import org.modicum.policy.attention.PublishedError;

/** Seeds that the constants of the method were not chosen on. */
class AccuracyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LogStyle.class)
    void whatIsPublishedIsWhatTheCommandMeasures(LogStyle style) {
        Measured measured = Accuracy.measure(folder, style, 200, 12, 4711);

        System.out.println(Measured.header() + "\n" + measured.line());
        PublishedError published = Method.PUBLISHED_ERROR.stream()
                .filter(error -> error.log().equalsIgnoreCase(style.name()))
                .findFirst()
                .orElseThrow();
        assertThat(published.personDays()).isEqualTo(measured.personDays());
        assertThat(published.meanErrorMinutes()).isCloseTo(measured.meanError(), within(0.005001));
        assertThat(published.biasPercent()).isCloseTo(measured.biasPercent(), within(0.05001));
    }

    @ParameterizedTest
    @EnumSource(LogStyle.class)
    void theEstimateIsWithinThreeMinutesADayAndLeansToNeitherSide(LogStyle style) {
        Measured measured = Accuracy.measure(folder, style, 150, 10, 271828);

        assertThat(measured.meanError()).as("mean error, minutes a person-day").isLessThan(3);
        assertThat(measured.biasPercent()).isBetween(-8.0, 8.0);
        assertThat(measured.lowAbove())
                .as("person-days that the low figure overstates")
                .isLessThan(0.01);
    }
}

package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

class LimitTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "status.csv", useHeadersInDisplayName = true)
    void saysWhereAGroupStands(
            String name, String thresholds, double minutes, String status, String shown, String per) {
        List<Department> departments = new ArrayList<>();
        for (String threshold : thresholds.split(" ")) {
            departments.add(new Department("D" + departments.size(), "F", 10, parsed(threshold)));
        }
        Limit limit = Limit.of(new Group("D", departments));
        assertThat(limit.status(minutes)).isEqualTo(status);
        assertThat(limit.minutes()).isEqualTo(shown);
        assertThat(limit.per()).isEqualTo(per);
        assertThat(limit.any()).isEqualTo(!status.equals("no-threshold"));
    }

    private static Optional<Threshold> parsed(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        String[] parts = text.split("/");
        return Optional.of(new Threshold(IsoWeek.parse("2026-W02"), Integer.parseInt(parts[0]), Per.valueOf(parts[1])));
    }
}

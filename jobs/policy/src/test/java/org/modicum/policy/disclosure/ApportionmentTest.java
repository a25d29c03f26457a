package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Property
    void partsAddUpToTheRoundedTotalAndStayWithinOneUnit(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1000) Double> shares) {
        double[] parts = shares.stream().mapToDouble(Double::doubleValue).toArray();
        long total = Math.round(Arrays.stream(parts).sum());
        long[] rounded = Apportionment.round(parts, total);
        assertThat(Arrays.stream(rounded).sum()).isEqualTo(total);
        for (int i = 0; i < parts.length; i++) {
            assertThat(rounded[i]).isNotNegative();
            assertThat(Math.abs(rounded[i] - parts[i])).isLessThan(1);
        }
    }

    @Test
    void theLargestRemaindersGoUp() {
        assertThat(Apportionment.round(new double[] {1.2, 1.7, 1.6}, 5)).containsExactly(1, 2, 2);
        assertThat(Apportionment.round(new double[] {1.2, 1.4, 1.3}, 4)).containsExactly(1, 2, 1);
    }

    @Test
    void ofEqualRemaindersTheFirstGoesUp() {
        assertThat(Apportionment.round(new double[] {0.5, 0.5}, 1)).containsExactly(1, 0);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Apportionment.round(new double[] {}, 0)).isEmpty();
        assertThat(Apportionment.round(new double[] {0, 0}, 0)).containsExactly(0, 0);
    }
}

package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void noSettingGoesBelowFive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules(4, 5, 25))
                .withMessageContaining("at least 5 people");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules(10, 4, 25))
                .withMessageContaining("at least 5");
        assertThat(new Rules(5, 5, 25).protectedWidth()).isEqualTo(25);
    }

    @Test
    void thePercentIsOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(10, 5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(10, 5, 101));
        assertThat(new Rules(10, 5, 1)).isNotEqualTo(new Rules(10, 5, 100));
    }
}

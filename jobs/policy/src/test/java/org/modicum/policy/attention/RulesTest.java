package org.modicum.policy.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.catalogue.Pace;
import org.modicum.policy.catalogue.Use;

class RulesTest {

    private static final long NOON = 1_767_960_000_000L;

    @ParameterizedTest
    @CsvFileSource(resources = "evidence.csv", useHeadersInDisplayName = true)
    void aHitIsEvidence(
            String description,
            Use use,
            Pace pace,
            String method,
            String path,
            int status,
            String type,
            long bytes,
            long elapsed,
            String verdict,
            Double seconds) {
        Hit hit = new Hit(NOON, elapsed, "www.example.com", path, method, status, type, bytes);
        assertThat(Rules.isNobodysUse(hit)).isEqualTo(verdict.equals("nobody"));
        if (verdict.equals("nobody")) {
            return;
        }
        Evidence evidence = Rules.evidence(use, pace, hit);
        assertThat(evidence.any()).isEqualTo(new Span(NOON - elapsed, NOON));
        assertThat(evidence.deliberate().isPresent()).isEqualTo(verdict.equals("deliberate"));
        evidence.deliberate().ifPresent(span -> {
            assertThat(span.fromMillis()).isEqualTo(NOON - elapsed);
            assertThat((span.toMillis() - span.fromMillis()) / 1000.0).isCloseTo(seconds, within(1.0));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 86_400_001})
    void anImpossibleDurationIsNobodysUse(long elapsed) {
        assertThat(Rules.isNobodysUse(new Hit(NOON, elapsed, "h", null, "CONNECT", 200, null, 1 << 30)))
                .isTrue();
    }

    @Test
    void aTransferThatBeganBeforeTimeItselfIsNobodysUse() {
        assertThat(Rules.isNobodysUse(new Hit(5, 6, "h", null, "CONNECT", 200, null, 1 << 30)))
                .isTrue();
        assertThat(Rules.isNobodysUse(new Hit(Long.MIN_VALUE, 0, "h", null, "CONNECT", 200, null, 1 << 30)))
                .isTrue();
    }
}

package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Who has to sign what, and who must not. */
class SignersTest {

    @ParameterizedTest
    @CsvFileSource(resources = "signers.csv", useHeadersInDisplayName = true)
    void whoSignedDecides(String grant, String signers, String verdict) {
        Verdict given = GrantVerifier.verify(Cast.signed(body(grant), signers.split(" ")), Cast.here());
        assertThat(Verdicts.written(given)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "signers.csv", useHeadersInDisplayName = true)
    void theOrderOfSignaturesDoesNot(String grant, String signers, String verdict) {
        List<String> names = List.of(signers.split(" "));
        String[] reversed = new String[names.size()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = names.get(reversed.length - 1 - i);
        }
        Verdict given = GrantVerifier.verify(Cast.signed(body(grant), reversed), Cast.here());
        assertThat(Verdicts.written(given)).isEqualTo(verdict);
    }

    private static byte[] body(String grant) {
        return switch (grant) {
            case "named" -> Cast.grant().body();
            case "whole" -> Cast.wholeDepartment().body();
            default -> Cast.report().body();
        };
    }
}

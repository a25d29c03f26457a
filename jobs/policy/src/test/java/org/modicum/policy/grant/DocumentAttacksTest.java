package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.signature.Ed25519Signer;

/** Attempts to have something other read than what was signed, or something other signed than what is read. */
class DocumentAttacksTest {

    @Test
    void aDocumentOfAnotherKindIsNoGrant() {
        List<Ed25519Signer> signers = List.of(Cast.KEYS.get("d.okoro"), Cast.KEYS.get("p.vance"));
        for (PayloadType type : List.of(PayloadType.REGISTRY, PayloadType.REVOCATIONS, PayloadType.ENROLMENT)) {
            assertThat(judged(Cast.signedAs(type, Cast.grant().body(), signers)))
                    .isEqualTo("WRONG_TYPE");
        }
    }

    @Test
    void aSignatureUnderAnotherTypeDoesNotHoldForAGrant() {
        List<Ed25519Signer> signers = List.of(Cast.KEYS.get("d.okoro"), Cast.KEYS.get("p.vance"));
        String plan =
                new String(Cast.signedAs(PayloadType.REVOCATIONS, Cast.grant().body(), signers), UTF_8);
        String disguised = plan.replace(PayloadType.REVOCATIONS.text(), PayloadType.GRANT.text());
        assertThat(judged(disguised.getBytes(UTF_8))).isEqualTo("SIGNATURE_BROKEN");
    }

    @Test
    void lengthsInWhatIsSignedKeepTypeAndBodyApart() {
        assertThat(new String(Envelope.encoding("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)), UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(Envelope.encoding("a 1", "b".getBytes(UTF_8)))
                .isNotEqualTo(Envelope.encoding("a", "1 b".getBytes(UTF_8)));
    }

    /** All signed as they are, by the right people: the signature holds, and the document is refused all the same. */
    @ParameterizedTest
    @CsvFileSource(resources = "altered.csv", useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`')
    void aSignedDocumentThatNoProgramOfOursWritesIsRefused(String attack, String from, String to, String verdict) {
        byte[] body = Cast.altered(unescaped(from), unescaped(to));
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance"))).as(attack).isEqualTo(verdict);
    }

    @Test
    void aByteOrderMarkATailOrAnotherEncodingIsRefused() {
        String body = new String(Cast.grant().body(), UTF_8);
        for (byte[] other : List.of(
                ("\uFEFF" + body).getBytes(UTF_8),
                (body + " ").getBytes(UTF_8),
                (body + body).getBytes(UTF_8),
                body.strip().getBytes(UTF_8),
                body.replace("\n", "\r\n").getBytes(UTF_8),
                body.replaceAll("\\s", "").getBytes(UTF_8),
                body.getBytes(UTF_16),
                new byte[] {(byte) 0xff, '{', '}'},
                new byte[0])) {
            assertThat(judged(Cast.signed(other, "d.okoro", "p.vance"))).isEqualTo("NOT_A_DOCUMENT");
        }
    }

    @Test
    void aNameInDecomposedLettersIsRefused() {
        String composed = "\"requester\": \"r.müller\"";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(judged(Cast.signed(Cast.altered("\"requester\": \"m.jones\"", decomposed), "d.okoro", "p.vance")))
                .isEqualTo("NOT_A_DOCUMENT");
        assertThat(judged(Cast.signed(Cast.altered("\"requester\": \"m.jones\"", composed), "d.okoro", "p.vance")))
                .isEqualTo("REQUESTER_UNKNOWN");
    }

    @Test
    void whatWasVerifiedIsWhatIsGiven() {
        VerifiedGrant verified = (VerifiedGrant) GrantVerifier.verify(Cast.good(), Cast.here());
        assertThat(verified.grant()).isEqualTo(Cast.grant());
        assertThat(verified.digest()).isEqualTo(Digests.sha256(Cast.grant().body()));
        assertThat(verified.approvals())
                .extracting(approval -> approval.approver().person().text())
                .containsExactly("d.okoro", "p.vance");
        assertThat(verified.use()).isEqualTo(1);
        assertThat(verified).hasToString("VerifiedGrant[" + verified.digest() + "]");
    }

    @Test
    void theFileMayChangeAfterItWasReadWithoutEffect() {
        byte[] envelope = Cast.good();
        Envelope parsed = Envelope.parse(envelope);
        Arrays.fill(envelope, (byte) 0);
        Envelope.Opened opened = parsed.open(PayloadType.GRANT, Cast.registry().keys());
        opened.body()[0] = 0;
        assertThat(parsed.open(PayloadType.GRANT, Cast.registry().keys()).body())
                .isEqualTo(Cast.grant().body());
    }

    @Test
    void nobodyAddsTheirSignatureToAnotherDocumentThanTheOneTheyWereShown() {
        byte[] shown = Cast.grant().body();
        Envelope other = Envelope.parse(Cast.signed(Cast.altered("2026-W08", "2026-W01"), "d.okoro"));
        Envelope disguised =
                Envelope.parse(Cast.signedAs(PayloadType.REGISTRY, shown, List.of(Cast.KEYS.get("d.okoro"))));
        for (Envelope envelope : List.of(other, disguised)) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> envelope.alsoSign(PayloadType.GRANT, shown, Cast.KEYS.get("p.vance")))
                    .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.WRONG_TYPE));
        }
    }

    @Test
    void theSameKeyDoesNotSignTwice() {
        Envelope once = Envelope.parse(Cast.signed(Cast.grant().body(), "d.okoro"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> once.alsoSign(PayloadType.GRANT, Cast.grant().body(), Cast.KEYS.get("d.okoro")));
        byte[] both = once.alsoSign(PayloadType.GRANT, Cast.grant().body(), Cast.KEYS.get("p.vance"))
                .encoded();
        assertThat(judged(both)).isEqualTo("VERIFIED");
    }

    @Test
    void signaturesThatAreTruncatedEmptyOrTooManyAreRefused() {
        String good = new String(Cast.good(), UTF_8);
        String signature = Pattern.compile("\"sig\": \"([^\"]+)\"")
                .matcher(good)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(judged(good.replace(signature, signature.substring(0, 84)).getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
        assertThat(judged(good.replace(signature, "").getBytes(UTF_8))).isEqualTo("NOT_AN_ENVELOPE");
        assertThat(judged(good.replace(signature, Base64.getEncoder().encodeToString(new byte[64]))
                        .getBytes(UTF_8)))
                .isEqualTo("SIGNATURE_BROKEN");
        assertThat(judged(good.replaceAll("(?s)\"signatures\": .*", "\"signatures\": []}")
                        .getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
        List<String> seventeen = Collections.nCopies(17, "{\"sig\": \"" + signature + "\"}");
        assertThat(judged(good.replaceAll("(?s)\"signatures\": .*", "\"signatures\": " + seventeen + "}")
                        .getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
    }

    @Test
    void bothAlphabetsOfBase64AreReadAndNothingElseIs() {
        String good = new String(Cast.good(), UTF_8);
        StringBuilder other = new StringBuilder();
        for (String line : good.lines().toList()) {
            boolean coded = line.contains("\"payload\":") || line.contains("\"sig\":");
            other.append(coded ? line.replace('+', '-').replace('/', '_') : line)
                    .append('\n');
        }
        assertThat(judged(other.toString().getBytes(UTF_8))).isEqualTo("VERIFIED");
        String payload = Base64.getEncoder().encodeToString(Cast.grant().body());
        for (String malformed : List.of(
                payload + "=", payload + "\\n", " " + payload, payload.substring(1), "%" + payload, payload + "AA")) {
            assertThat(judged(good.replace(payload, malformed).getBytes(UTF_8)))
                    .isIn("NOT_AN_ENVELOPE", "SIGNATURE_BROKEN");
        }
    }

    @Test
    void aMixtureOfAlphabetsAndStrayBitsAreRefused() {
        byte[] body = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 1};
        List<EnvelopeSignature> one = List.of(new EnvelopeSignature(Optional.empty(), new byte[64]));
        String envelope = new String(new Envelope("t", body, one).encoded(), UTF_8);
        String coded = Base64.getEncoder().encodeToString(body);
        assertThat(coded).isEqualTo("+//+AQ==");
        for (String malformed : List.of("+/_+AQ==", "+//+AR==", "+//+AQ=", "+//+AQ", "+//+AQ=A")) {
            assertThat(judged(envelope.replace(coded, malformed).getBytes(UTF_8)))
                    .isEqualTo("NOT_AN_ENVELOPE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJub25lIn0.eyJrIjoxfQ.",
                "{\"payload\":\"e30=\",\"signatures\":[{\"protected\":\"eyJhbGciOiJub25lIn0\",\"signature\":\"\"}]}",
                "{\"payload\":\"e30=\",\"signatures\":[{\"protected\":\"eyJhbGciOiJIUzI1NiJ9\",\"signature\":\"AAAA\"}]}",
                "{\"payloadType\":\"a\",\"payload\":\"e30=\",\"signatures\":[{\"alg\":\"none\",\"sig\":\"\"}]}",
                "{\"payloadType\":\"a\",\"payload\":\"e30=\"}",
                "{\"payloadType\":\"a\",\"payloadType\":\"b\",\"payload\":\"e30=\",\"signatures\":[]}",
                "{\"payloadType\":\"a\",\"payload\":\"e30=\",\"signatures\":null}",
                "{\"payloadType\":1,\"payload\":\"e30=\",\"signatures\":[]}",
                "[]",
                "null",
                "",
                "{",
                "{}",
                "{}{}",
            })
    void aJwsOrAnythingElseIsNoEnvelope(String file) {
        assertThat(judged(file.getBytes(UTF_8))).isEqualTo("NOT_AN_ENVELOPE");
    }

    @Test
    void anUnknownFieldOfTheEnvelopeIsRefused() {
        String good = new String(Cast.good(), UTF_8);
        assertThat(judged(good.replaceFirst("\\{", "{\"note\": \"x\",").getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
        assertThat(judged(good.replaceFirst("\"sig\":", "\"note\": \"x\", \"sig\":")
                        .getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
        assertThat(judged(
                        good.replaceFirst("\"sig\":", "\"sig\": \"\", \"sig\":").getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
    }

    @Test
    void depthAndLengthHaveLimits() {
        List<String> deep = new ArrayList<>(Collections.nCopies(200_000, "["));
        assertThat(judged(("{\"payload\":" + String.join("", deep)).getBytes(UTF_8)))
                .isEqualTo("NOT_AN_ENVELOPE");
        assertThat(judged(new byte[(1 << 20) + 1])).isEqualTo("NOT_AN_ENVELOPE");
    }

    private static String judged(byte[] envelope) {
        return Verdicts.written(GrantVerifier.verify(envelope, Cast.here()));
    }

    /** A line feed is written as in JSON, what cannot be seen as {202E}. */
    private static String unescaped(String text) {
        if (text == null) {
            return "";
        }
        return Pattern.compile("\\{([0-9A-F]{4})\\}")
                .matcher(text.replace("\\n", "\n"))
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}

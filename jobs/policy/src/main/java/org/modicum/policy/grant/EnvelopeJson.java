package org.modicum.policy.grant;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The JSON of an envelope: {@code {"payloadType": …, "payload": base64, "signatures": [{"keyid": …, "sig": base64}]}}. */
final class EnvelopeJson {
    private EnvelopeJson() {}

    static Envelope parse(byte[] bytes) {
        try {
            Fields fields = Fields.parse(bytes);
            String type = fields.text("payloadType");
            byte[] body = base64(fields.longText("payload"));
            List<EnvelopeSignature> signatures = fields.objects("signatures").stream()
                    .map(EnvelopeJson::signature)
                    .toList();
            fields.noOthers();
            return new Envelope(type, body, signatures);
        } catch (MalformedException e) {
            throw new RefusedException(Refusal.NOT_AN_ENVELOPE, e.getMessage(), e);
        }
    }

    static byte[] bytes(String type, byte[] body, List<EnvelopeSignature> signatures) {
        return Spelling.of(json -> {
            json.writeStringField("payloadType", type);
            json.writeStringField("payload", Base64.getEncoder().encodeToString(body));
            json.writeArrayFieldStart("signatures");
            for (EnvelopeSignature signature : signatures) {
                json.writeStartObject();
                if (signature.keyId().isPresent()) {
                    json.writeStringField("keyid", signature.keyId().get());
                }
                json.writeStringField("sig", Base64.getEncoder().encodeToString(signature.bytes()));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static EnvelopeSignature signature(Fields fields) {
        Optional<String> keyId = fields.optionalText("keyid");
        byte[] bytes = base64(fields.text("sig"));
        fields.noOthers();
        return new EnvelopeSignature(keyId, bytes);
    }

    /** Either alphabet of RFC 4648, as DSSE wants, but not a mixture, and padded and without stray bits. */
    private static byte[] base64(String text) {
        return decoded(text, Base64.getDecoder(), Base64.getEncoder())
                .or(() -> decoded(text, Base64.getUrlDecoder(), Base64.getUrlEncoder()))
                .orElseThrow(() -> new MalformedException("A value is not base64 in canonical spelling."));
    }

    private static Optional<byte[]> decoded(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        try {
            return Optional.of(decoder.decode(text))
                    .filter(bytes -> encoder.encodeToString(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not of this alphabet
        }
    }
}

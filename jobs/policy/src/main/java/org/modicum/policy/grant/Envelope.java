package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * A document with the signatures under it: DSSE version 1 of the Secure Systems Lab. What is signed is the raw body
 * together with its type, so no spelling of JSON matters to a signature, and a signature under one type is none under
 * another.
 *
 * <p>Stricter than the specification in what it reads: a field that is unknown or there twice is refused, and so is a
 * signature that does not hold or that a stranger made. The body can be had from {@link #open} alone, after all
 * signatures held.
 */
public final class Envelope {
    /** More are refused unread: a signature costs time to check. */
    public static final int MOST_SIGNATURES = 16;

    private final String type;
    private final byte[] body;
    private final List<EnvelopeSignature> signatures;

    /** @throws RefusedException if there are no signatures or too many */
    Envelope(String type, byte[] body, List<EnvelopeSignature> signatures) {
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new RefusedException(Refusal.NOT_AN_ENVELOPE, "It has " + signatures.size() + " signatures.");
        }
        this.type = type;
        this.body = body.clone();
        this.signatures = List.copyOf(signatures);
    }

    /** @throws RefusedException if the bytes are not an envelope; nothing in the body is looked at */
    public static Envelope parse(byte[] bytes) {
        return EnvelopeJson.parse(bytes);
    }

    /** A document with its first signature. */
    public static Envelope sign(PayloadType type, byte[] body, Ed25519Signer signer) {
        return new Envelope(type.text(), body, List.of(signature(type.text(), body, signer)));
    }

    /**
     * The same with one more signature, if the document is the one that the signer has seen.
     *
     * @throws RefusedException if the body or its type is another, or this key signed already
     */
    public Envelope alsoSign(PayloadType expected, byte[] seen, Ed25519Signer signer) {
        checkMaySign(expected, seen, signer.key());
        List<EnvelopeSignature> more = new ArrayList<>(signatures);
        more.add(signature(type, body, signer));
        return new Envelope(type, body, more);
    }

    /**
     * Whether a key may sign this too, before its passphrase is asked for.
     *
     * @throws RefusedException as of {@link #alsoSign}
     */
    public void checkMaySign(PayloadType expected, byte[] seen, Ed25519Key key) {
        if (!type.equals(expected.text()) || !Arrays.equals(body, seen)) {
            throw new RefusedException(
                    Refusal.WRONG_TYPE, "The signed file holds another document than the draft that you were shown.");
        }
        byte[] message = encoding(type, body);
        if (signatures.stream().anyMatch(signature -> signature.isOf(key, message))) {
            throw new RefusedException(Refusal.SIGNED_TWICE, "This key has signed it already.");
        }
    }

    /** How many signatures are under it; whose, only {@link #open} says. */
    public int signatures() {
        return signatures.size();
    }

    /** What the envelope says that it holds, until {@link #open} has made sure. */
    public String claimedType() {
        return type;
    }

    /** JSON, as {@link #parse} reads it. */
    public byte[] encoded() {
        return EnvelopeJson.bytes(type, body, signatures);
    }

    /**
     * The body, once every signature held under one of the known keys.
     *
     * @throws RefusedException if the type is another, or any signature does not hold or is a stranger's
     */
    public Opened open(PayloadType expected, Collection<Ed25519Key> known) {
        if (!type.equals(expected.text())) {
            throw new RefusedException(Refusal.WRONG_TYPE);
        }
        byte[] message = encoding(type, body);
        List<Ed25519Key> signers = new ArrayList<>();
        for (EnvelopeSignature signature : signatures) {
            signers.add(signer(signature, message, known));
        }
        return new Opened(body.clone(), signers);
    }

    /**
     * What came out of an envelope.
     *
     * @param signers in the order of the signatures, as often as they signed
     */
    public record Opened(byte[] body, List<Ed25519Key> signers) {}

    /** The pre-authentication encoding of DSSE: {@code DSSEv1 LEN(type) type LEN(body) body}. */
    static byte[] encoding(String type, byte[] body) {
        byte[] typeBytes = type.getBytes(UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("DSSEv1 " + typeBytes.length + " ").getBytes(UTF_8));
        message.writeBytes(typeBytes);
        message.writeBytes((" " + body.length + " ").getBytes(UTF_8));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private static Ed25519Key signer(EnvelopeSignature signature, byte[] message, Collection<Ed25519Key> known) {
        for (Ed25519Key key : known) {
            if (signature.isOf(key, message)) {
                return key;
            }
        }
        boolean claimed = known.stream().anyMatch(key -> signature.keyId().isPresent() && signature.mayBeOf(key));
        throw new RefusedException(claimed ? Refusal.SIGNATURE_BROKEN : Refusal.SIGNATURE_OF_A_STRANGER);
    }

    private static EnvelopeSignature signature(String type, byte[] body, Ed25519Signer signer) {
        return new EnvelopeSignature(Optional.of(signer.key().digest()), signer.sign(encoding(type, body)));
    }
}

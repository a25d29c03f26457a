package org.modicum.policy.grant;

import java.time.Instant;
import java.util.List;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * Somebody's statement that a key is theirs, signed with that key. It proves that they have its private half, so that
 * nobody enrols another's key under their own name.
 */
public record Enrolment(UserName person, List<String> roles, String department, Ed25519Key key, Instant made) {

    /** @throws RefusedException if a role or the department is malformed */
    public Enrolment {
        roles = List.copyOf(roles);
        Words.require(!roles.isEmpty(), "An approver has roles.");
        roles.forEach(Words::role);
        Words.sortedOnce(roles, "Roles");
        Words.department(department);
        Words.seconds(made);
    }

    /** The statement in its envelope. */
    public static Envelope make(
            UserName person, List<String> roles, String department, Instant made, Ed25519Signer signer) {
        Enrolment enrolment = new Enrolment(person, roles, department, signer.key(), made);
        return Envelope.sign(PayloadType.ENROLMENT, enrolment.body(), signer);
    }

    /**
     * Opens a statement with the public key that its maker handed over in person.
     *
     * @throws RefusedException if it is not signed by that key alone, or is about another
     */
    public static Enrolment open(byte[] envelope, Ed25519Key handedOver) {
        Envelope.Opened opened = opened(Envelope.parse(envelope), handedOver);
        Enrolment enrolment = parse(opened.body());
        Words.require(enrolment.key().equals(handedOver), "The statement is about another key.");
        return enrolment;
    }

    /** What is signed: the one spelling of this statement. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeStringField("person", person.text());
            Spelling.texts(json, "roles", roles);
            json.writeStringField("department", department);
            json.writeStringField("key", key.base64());
            json.writeStringField("made", made.toString());
        });
    }

    private static Envelope.Opened opened(Envelope envelope, Ed25519Key handedOver) {
        try {
            return envelope.open(PayloadType.ENROLMENT, List.of(handedOver));
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.SIGNATURE_OF_A_STRANGER) {
                throw new RefusedException(
                        e.refusal(), "The statement is signed by another key than the one handed over.", e);
            }
            throw e;
        }
    }

    private static Enrolment parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Enrolment enrolment = new Enrolment(
                    new UserName(fields.text("person")),
                    fields.texts("roles"),
                    fields.text("department"),
                    Ed25519Key.parse(fields.text("key")),
                    fields.time("made"));
            fields.noOthers();
            Spelling.check(body, enrolment.body());
            return enrolment;
        } catch (MalformedException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, e.getMessage(), e);
        }
    }
}

package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Registry;

/** What a file is that somebody gave in place of another: drafts and signed files lie side by side. */
final class GivenFile {
    private final Path file;
    private final byte[] bytes;

    GivenFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** The draft of a grant, to be signed or shown. */
    Grant grantDraft() {
        if (envelope().isPresent()) {
            throw wrong(file + " is the signed file; give the draft, which ends with .draft.json.");
        }
        if (isRegistryDraft()) {
            throw wrong(
                    file + " is the draft of a registry; roots sign it: modicum approver sign " + file + " --key FILE");
        }
        return grant().orElseThrow(() -> wrong(file + " is neither the draft of a grant nor a signed grant."));
    }

    Registry registryDraft() {
        if (envelope().isPresent()) {
            throw wrong(file + " is the signed file; give the draft, which ends with .draft.json.");
        }
        if (grant().isPresent()) {
            throw wrong(
                    file + " is the draft of a grant; approvers sign it: modicum grant sign " + file + " --key FILE");
        }
        return Registry.parse(bytes);
    }

    /** Why it is no signed grant, if it is something else that Modicum writes. */
    Optional<String> insteadOfASignedGrant() {
        if (envelope().isEmpty()) {
            return grant().map(draft ->
                    file + " is a draft that nobody has signed; give " + SignedFile.besides(file) + ".");
        }
        String type = envelope().get().claimedType();
        if (type.equals(PayloadType.REGISTRY.text())) {
            return Optional.of(file + " is a registry of approvers: modicum approver list --registry " + file);
        }
        if (type.equals(PayloadType.REVOCATIONS.text())) {
            return Optional.of(file + " is a list of revocations: modicum approver publish " + file);
        }
        return type.equals(PayloadType.GRANT.text())
                ? Optional.empty()
                : Optional.of(file + " is another signed document, of type " + type + ".");
    }

    boolean isEnvelope() {
        return envelope().isPresent();
    }

    /** @throws ExitException with {@link ExitCode#USAGE} if it is something else that Modicum writes */
    void refuseMixUp() {
        insteadOfASignedGrant().ifPresent(instead -> {
            throw wrong(instead);
        });
    }

    private Optional<Envelope> envelope() {
        try {
            return Optional.of(Envelope.parse(bytes));
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.NOT_AN_ENVELOPE) {
                return Optional.empty(); // then it is something else, if anything
            }
            throw e;
        }
    }

    /** @throws RefusedException if it is one that asks for more than any may */
    private Optional<Grant> grant() {
        try {
            return Optional.of(Grant.parse(bytes));
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.NOT_A_DOCUMENT) {
                return Optional.empty(); // so it is none
            }
            throw e;
        }
    }

    private boolean isRegistryDraft() {
        try {
            Registry.parse(bytes);
            return true;
        } catch (RefusedException e) {
            return false; // so it is none
        }
    }

    private static ExitException wrong(String message) {
        return new ExitException(ExitCode.USAGE, message);
    }
}

package org.modicum.pipeline.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.signature.Ed25519Signer;

/** Drafts and envelopes on the machines of those who ask and sign. */
public final class SignedFile {
    private static final String DRAFT = ".draft.json";
    private static final String SIGNED = ".signed.json";

    private SignedFile() {}

    /** Where the signed form of a draft goes if nobody says. */
    public static Path besides(Path draft) {
        String name = draft.getFileName().toString();
        String stem = name.endsWith(DRAFT) ? name.substring(0, name.length() - DRAFT.length()) : name;
        return draft.resolveSibling(stem + SIGNED);
    }

    /**
     * Signs a draft: alone in a new envelope, or as one more in the envelope that others signed.
     *
     * @param body the bytes that were shown
     * @throws org.modicum.policy.grant.RefusedException if the envelope is there and holds anything else
     */
    public static void sign(PayloadType type, byte[] body, Path envelope, Ed25519Signer signer) {
        Envelope signed = Files.exists(envelope)
                ? Envelope.parse(GrantFolder.read(envelope)).alsoSign(type, body, signer)
                : Envelope.sign(type, body, signer);
        write(envelope, signed.encoded());
    }

    /** Whether somebody has signed it already; a draft is the document alone. */
    public static boolean isEnvelope(byte[] bytes) {
        try {
            Envelope.parse(bytes);
            return true;
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.NOT_AN_ENVELOPE) {
                return false;
            }
            throw e;
        }
    }

    /** @throws ExitException if the file is there already, or there is no folder for it */
    public static void checkNew(Path file) {
        if (Files.exists(file)) {
            throw new ExitException(ExitCode.USAGE, file + " is there already. Choose another name.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new ExitException(ExitCode.USAGE, file + " cannot be written: there is no folder " + folder + ".");
        }
    }

    /** @throws ExitException as of {@link #checkNew} */
    public static void writeNew(Path file, byte[] content) {
        checkNew(file);
        write(file, content);
    }

    private static void write(Path file, byte[] content) {
        try {
            AtomicFile.write(file.toAbsolutePath(), content, AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }
}

package org.modicum.pipeline.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/** Encryption to one X25519 recipient of age (age-encryption.org/v1); everything stays in memory. */
public final class Age {
    private Age() {}

    /**
     * A new key.
     *
     * @param recipient the public half, {@code age1…}
     * @param identity the private half, {@code AGE-SECRET-KEY-1…}
     */
    public record Key(String recipient, String identity) {
        /** A new key that nobody can guess. */
        public static Key generate() {
            try {
                KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
                return new Key(
                        new String(pair.getPublic().getEncoded(), US_ASCII),
                        new String(pair.getPrivate().getEncoded(), US_ASCII));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no X25519, which Java 11 and later must have", e);
            }
        }

        @Override
        public String toString() {
            return "Key[" + recipient + ", hidden]";
        }
    }

    /** @param recipient {@code age1…} */
    public static byte[] encrypt(byte[] content, String recipient) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (WritableByteChannel channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(sealed),
                        List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The output could not be encrypted to its recipient", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The output could not be encrypted", e);
        }
        return sealed.toByteArray();
    }

    /**
     * @param identity {@code AGE-SECRET-KEY-1…}
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} if it was encrypted to somebody else, or was changed
     */
    public static byte[] decrypt(byte[] sealed, String identity) {
        try (ReadableByteChannel channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(sealed)),
                        List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity)))) {
            return Channels.newInputStream(channel).readAllBytes();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "It cannot be opened: it was encrypted to another key, or is damaged or no age file.",
                    e);
        }
    }
}

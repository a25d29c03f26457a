package org.modicum.pipeline.approver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/**
 * Where passphrases come from: the terminal, or a file descriptor that a script opened. Never an argument or the
 * environment, which every process of the user can read. Whoever asks wipes the array after use.
 */
public final class Passphrase {
    /** Shorter ones are guessed, whatever the key derivation. */
    private static final int SHORTEST = 12;

    private static final int LONGEST_BYTES = 1024;

    private Passphrase() {}

    /**
     * A new one; from the terminal twice.
     *
     * @param descriptor null for the terminal
     * @throws ExitException if it is too short, the two differ, or there is no terminal
     */
    public static char[] chosen(Integer descriptor) {
        char[] one = descriptor == null ? ask("Passphrase (at least " + SHORTEST + " characters): ") : read(descriptor);
        if (one.length < SHORTEST) {
            throw new ExitException(ExitCode.USAGE, "The passphrase has fewer than " + SHORTEST + " characters.");
        }
        if (descriptor == null) {
            char[] two = ask("The same again: ");
            boolean same = Arrays.equals(one, two);
            Arrays.fill(two, ' ');
            if (!same) {
                throw new ExitException(ExitCode.USAGE, "The two passphrases differ. Nothing was written.");
            }
        }
        return one;
    }

    /** That of an existing key; parameters as of {@link #chosen}. */
    public static char[] existing(Integer descriptor) {
        return descriptor == null ? ask("Passphrase: ") : read(descriptor);
    }

    private static char[] ask(String prompt) {
        Terminal terminal = Terminal.here()
                .orElseThrow(() -> new ExitException(
                        ExitCode.USAGE,
                        "There is no terminal to ask for the passphrase. Give it with --passphrase-fd N."));
        char[] answer = terminal.askSecretly(prompt);
        if (answer == null || answer.length == 0) {
            throw new ExitException(ExitCode.USAGE, "No passphrase was given.");
        }
        return answer;
    }

    /** The first line that the descriptor gives. */
    private static char[] read(int descriptor) {
        if (isOfThisProgram(descriptor)) {
            throw notOpen(descriptor, null);
        }
        try (InputStream in = descriptor == 0 ? System.in : Files.newInputStream(Path.of("/dev/fd/" + descriptor))) {
            byte[] bytes = in.readNBytes(LONGEST_BYTES);
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == 0) {
                throw new ExitException(
                        ExitCode.USAGE,
                        "No passphrase was given: the first line of descriptor " + descriptor + " is empty.");
            }
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            Arrays.fill(bytes, (byte) 0);
            char[] passphrase = new char[text.remaining()];
            text.get(passphrase);
            Arrays.fill(text.array(), ' ');
            return passphrase;
        } catch (CharacterCodingException e) {
            throw new ExitException(ExitCode.USAGE, "The passphrase is not UTF-8.", e);
        } catch (IOException e) {
            throw notOpen(descriptor, e);
        }
    }

    /**
     * Whether Java opened it for itself before anything of this program ran. The caller's own descriptors come first, so
     * one that was forgotten is one of Java's files, and its beginning would be taken for the passphrase.
     */
    private static boolean isOfThisProgram(int descriptor) {
        try {
            Path file = Path.of("/proc/self/fd/" + descriptor).toRealPath();
            String name = file.toString();
            return descriptor > 2
                    && (file.startsWith(Path.of(System.getProperty("java.home")).toRealPath())
                            || name.endsWith(".jar")
                            || name.endsWith(".jsa")
                            || name.endsWith("random"));
        } catch (IOException e) {
            return false; // a pipe, or a system that does not say; if it is not open, reading it fails
        }
    }

    private static ExitException notOpen(int descriptor, IOException cause) {
        return new ExitException(
                ExitCode.USAGE,
                "File descriptor " + descriptor + " is not open; write " + descriptor + "< FILE after the command.",
                cause);
    }
}

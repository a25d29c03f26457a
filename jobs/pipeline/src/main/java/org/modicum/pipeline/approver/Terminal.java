package org.modicum.pipeline.approver;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The terminal that a person sits at, wherever the answers of the command go ({@code … | tee log}): questions are asked
 * and answered on {@code /dev/tty}, in UTF-8. {@link java.io.Console} is none as soon as one stream is redirected.
 */
public final class Terminal {
    private static final Path TTY = Path.of("/dev/tty");
    private static final int LONGEST_LINE = 4096;
    private static final Signal SUSPEND = new Signal("TSTP");

    private Terminal() {}

    /** None for a script: then standard input is something else. */
    public static Optional<Terminal> here() {
        return Files.exists(TTY) && succeeds(new ProcessBuilder("test", "-t", "0"), Path.of("/dev/stdin"))
                ? Optional.of(new Terminal())
                : Optional.empty();
    }

    /** @return the answer, without the end of its line; null if there is none and will be none */
    public String ask(String prompt) {
        return whileAsking(() -> {
            byte[] line = line(prompt, new byte[LONGEST_LINE]);
            if (line == null) {
                write("\n"); // so that what is said next begins a line
                return null;
            }
            return new String(line, StandardCharsets.UTF_8);
        });
    }

    /**
     * Asks for what nobody may read over a shoulder.
     *
     * <p>Ctrl-Z is ignored meanwhile: a shell that takes a stopped program back sets the terminal as it likes it, and
     * whatever is typed then is shown.
     *
     * @return null if there is no answer; whoever asks wipes the array
     */
    public char[] askSecretly(String prompt) {
        SignalHandler before = Signal.handle(SUSPEND, SignalHandler.SIG_IGN);
        try {
            if (!stty("-echo")) {
                throw new ExitException(
                        ExitCode.FAILED,
                        "The terminal cannot be told to hide what is typed (stty -echo). Give the passphrase with"
                                + " --passphrase-fd N.");
            }
            return whileAsking(() -> secret(prompt));
        } finally {
            stty("echo");
            Signal.handle(SUSPEND, before);
        }
    }

    private interface Asking<T> {
        T answer() throws IOException;
    }

    /** Who leaves by Ctrl-C leaves the terminal as it was, and the shell's prompt on a line of its own. */
    private static <T> T whileAsking(Asking<T> asking) {
        Thread leaving = new Thread(() -> {
            stty("echo");
            write("\n");
        });
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            return asking.answer();
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be asked", e);
        } finally {
            Runtime.getRuntime().removeShutdownHook(leaving);
        }
    }

    /** One line: a terminal gives them one by one. */
    private static byte[] line(String prompt, byte[] buffer) throws IOException {
        write(prompt);
        try (InputStream in = new FileInputStream(TTY.toFile())) {
            int read = in.read(buffer);
            if (read <= 0) {
                return null;
            }
            return Arrays.copyOf(buffer, buffer[read - 1] == '\n' ? read - 1 : read);
        }
    }

    private static char[] secret(String prompt) throws IOException {
        byte[] buffer = new byte[LONGEST_LINE];
        byte[] line = line(prompt, buffer);
        Arrays.fill(buffer, (byte) 0);
        write("\n"); // the one that was typed was not shown
        if (line == null) {
            return null;
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line));
        char[] secret = new char[text.remaining()];
        text.get(secret);
        Arrays.fill(line, (byte) 0);
        Arrays.fill(text.array(), ' ');
        return secret;
    }

    private static void write(String text) {
        try (OutputStream out = new FileOutputStream(TTY.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be written to", e);
        }
    }

    private static boolean stty(String mode) {
        return succeeds(new ProcessBuilder("stty", mode), TTY);
    }

    private static boolean succeeds(ProcessBuilder command, Path input) {
        try {
            ProcessBuilder quiet = command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            quiet.redirectInput(
                    input.equals(TTY) ? ProcessBuilder.Redirect.from(TTY.toFile()) : ProcessBuilder.Redirect.INHERIT);
            return quiet.start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program, and so no terminal of the kind that it is for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

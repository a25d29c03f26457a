package org.modicum.pipeline.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import picocli.CommandLine.Option;

/** A passphrase, from the terminal or a file descriptor; never an argument, which everybody on the machine can read. */
final class Passphrase {
    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase-fd",
            paramLabel = "N",
            description = {
                "Read the passphrase from this file descriptor, up to the end of its first line",
                "(default: ask at the terminal)."
            })
    Integer descriptor;

    /** For a key that exists. The caller overwrites it after use. */
    char[] ask() {
        return descriptor == null ? typed("Passphrase: ") : read();
    }

    /** For a new key: asked twice at a terminal. */
    char[] choose() {
        char[] chosen = ask();
        if (chosen.length < SHORTEST || !new String(chosen).chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new ExitException(
                    ExitCode.USAGE,
                    "A passphrase has at least " + SHORTEST + " characters, of those on an English keyboard.");
        }
        if (descriptor == null && !Arrays.equals(chosen, typed("Again: "))) {
            throw new ExitException(ExitCode.USAGE, "The two passphrases differ. No key was made.");
        }
        return chosen;
    }

    private static char[] typed(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword(prompt);
        if (typed == null) {
            throw new ExitException(
                    ExitCode.USAGE, "There is no terminal to ask for the passphrase at; give --passphrase-fd N.");
        }
        return typed;
    }

    private char[] read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of("/dev/fd/" + descriptor));
        } catch (IOException e) {
            throw new ExitException(ExitCode.USAGE, "The file descriptor " + descriptor + " could not be read.", e);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line);
        Arrays.fill(bytes, (byte) 0);
        return line;
    }
}

package org.modicum.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modicum.pipeline.approver.Terminal;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.grant.RefusedException;

/**
 * What the options say, and for the rest what a person answers, who is asked again until the answer will do. Without a
 * terminal, all that is missing or wrong at once.
 */
final class Answers {
    private final Optional<UnaryOperator<String>> terminal;
    private final Consumer<String> complaints;
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param terminal gives the answer to a question, null when it ends
     * @param complaints is told what is wrong with an answer
     */
    Answers(Optional<UnaryOperator<String>> terminal, Consumer<String> complaints) {
        this.terminal = terminal;
        this.complaints = complaints;
    }

    static Answers ofTerminal() {
        return new Answers(Terminal.here().map(tty -> question -> tty.ask(question + ": ")), System.err::println);
    }

    /** Asks nobody: to hear what is wrong with the options before the first question. */
    static Answers ofOptionsAlone() {
        return new Answers(Optional.empty(), complaint -> {});
    }

    /** The answer, or an empty text and the option noted as missing. */
    String or(String given, String option, String question) {
        return read(given, option, question, answer -> answer).orElse("");
    }

    /**
     * An answer that is more than a text.
     *
     * @param given what the option says; null if it is not there
     * @param read makes it of the text, or throws a {@link RefusedException} or {@link ExitException} that says what is
     *     wrong with it
     * @return empty if there is none, which {@link #throwIfMissing} or {@link #throwIfWrong} tells
     */
    <T> Optional<T> read(String given, String option, String question, Function<String, T> read) {
        if (given != null) {
            return checked(given, read, complaint -> wrong.add(option + ": " + complaint));
        }
        if (terminal.isEmpty()) {
            missing.add(option);
            return Optional.empty();
        }
        while (true) {
            String answer = terminal.get().apply(question);
            if (answer == null) {
                throw new ExitException(ExitCode.FAILED, "Stopped; nothing was written.");
            }
            if (answer.isBlank()) {
                complaints.accept("  An answer is needed; Ctrl-C stops.");
                continue;
            }
            Optional<T> value = checked(answer.strip(), read, complaint -> complaints.accept("  " + complaint));
            if (value.isPresent()) {
                return value;
            }
        }
    }

    /** Notes a complaint unless something holds. */
    void check(boolean holds, String complaint) {
        if (!holds) {
            wrong.add(complaint);
        }
    }

    /** @throws ExitException that lists everything that is wrong with the options */
    void throwIfWrong(String consequence) {
        if (!wrong.isEmpty()) {
            throw new ExitException(ExitCode.USAGE, consequence + " " + String.join("\n  ", wrong));
        }
    }

    /** @throws ExitException that lists every option that is missing */
    void throwIfMissing() {
        if (!missing.isEmpty()) {
            throw new ExitException(ExitCode.USAGE, "Missing: " + String.join(", ", missing));
        }
    }

    private static <T> Optional<T> checked(String text, Function<String, T> read, Consumer<String> complain) {
        try {
            return Optional.of(read.apply(text));
        } catch (RefusedException e) {
            complain.accept(e.detail());
        } catch (ExitException | IllegalArgumentException e) {
            complain.accept(e.getMessage());
        }
        return Optional.empty();
    }
}

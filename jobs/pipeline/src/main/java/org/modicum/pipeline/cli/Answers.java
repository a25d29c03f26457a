package org.modicum.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.modicum.pipeline.approver.Terminal;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/** What the options say, and for the rest what the terminal answers; without one, all that is missing at once. */
final class Answers {
    private final Optional<UnaryOperator<String>> terminal;
    private final List<String> missing = new ArrayList<>();

    /** @param terminal gives the answer to a question, null when it ends */
    Answers(Optional<UnaryOperator<String>> terminal) {
        this.terminal = terminal;
    }

    static Answers ofTerminal() {
        return new Answers(Terminal.here().map(console -> question -> console.readLine("%s: ", question)));
    }

    /** The answer, or an empty text and the option noted as missing. */
    String or(String given, String option, String question) {
        if (given != null) {
            return given;
        }
        String answer = terminal.map(asked -> asked.apply(question)).orElse(null);
        if (answer == null || answer.isBlank()) {
            missing.add(option);
            return "";
        }
        return answer.strip();
    }

    /** @throws ExitException that lists every option that is missing */
    void throwIfMissing() {
        if (!missing.isEmpty()) {
            throw new ExitException(ExitCode.USAGE, "Missing: " + String.join(", ", missing));
        }
    }
}

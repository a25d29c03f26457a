package org.modicum.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modicum.pipeline.exit.ExitException;

class AnswersTest {

    @Test
    void whatTheOptionsSayIsNotAskedFor() {
        List<String> asked = new ArrayList<>();
        Answers answers = new Answers(Optional.of(question -> {
            asked.add(question);
            return " b ";
        }));
        assertThat(answers.or("a", "--one", "One?")).isEqualTo("a");
        assertThat(answers.or(null, "--two", "Two?")).isEqualTo("b");
        answers.throwIfMissing();
        assertThat(asked).containsExactly("Two?");
    }

    @Test
    void withoutATerminalAllThatIsMissingIsSaidAtOnce() {
        Answers answers = new Answers(Optional.empty());
        answers.or(null, "--one", "One?");
        answers.or("x", "--two", "Two?");
        answers.or(null, "--three", "Three?");
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(answers::throwIfMissing)
                .withMessage("Missing: --one, --three");
    }

    @Test
    void anEmptyAnswerIsNone() {
        Answers answers = new Answers(Optional.of(question -> " "));
        answers.or(null, "--one", "One?");
        assertThatExceptionOfType(ExitException.class).isThrownBy(answers::throwIfMissing);
    }
}

package org.modicum.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.grant.Recipient;
import org.modicum.policy.protocol.IsoWeek;

class AnswersTest {

    @Test
    void whatTheOptionsSayIsNotAskedFor() {
        List<String> asked = new ArrayList<>();
        Answers answers = new Answers(
                Optional.of(question -> {
                    asked.add(question);
                    return " b ";
                }),
                complaint -> {});
        assertThat(answers.or("a", "--one", "One?")).isEqualTo("a");
        assertThat(answers.or(null, "--two", "Two?")).isEqualTo("b");
        answers.throwIfMissing();
        assertThat(asked).containsExactly("Two?");
    }

    @Test
    void withoutATerminalAllThatIsMissingIsSaidAtOnce() {
        Answers answers = Answers.ofOptionsAlone();
        answers.or(null, "--one", "One?");
        answers.or("x", "--two", "Two?");
        answers.or(null, "--three", "Three?");
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(answers::throwIfMissing)
                .withMessage("Missing: --one, --three");
    }

    @Test
    void whoAnswersWronglyIsToldAtOnceAndAskedAgain() {
        Iterator<String> given =
                List.of("", " ", "2026-W54", "2026-W8", "2026-W08").iterator();
        List<String> told = new ArrayList<>();
        Answers answers = new Answers(Optional.of(question -> given.next()), told::add);
        assertThat(answers.read(null, "--from", "First ISO week", IsoWeek::parse))
                .contains(IsoWeek.parse("2026-W08"));
        answers.throwIfMissing();
        assertThat(told).hasSize(4);
        assertThat(told.get(0)).contains("An answer is needed");
        assertThat(told.get(2)).contains("Week 54 does not exist in 2026");
    }

    @Test
    void whoLeavesIsNotToldThatOptionsAreMissing() {
        Answers answers = new Answers(Optional.of(question -> null), complaint -> {});
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> answers.or(null, "--one", "One?"))
                .withMessage("Stopped; nothing was written.");
    }

    @Test
    void allThatIsWrongWithOptionsIsSaidAtOnceAndWithThem() {
        Answers answers = Answers.ofOptionsAlone();
        answers.read("x", "--from", "From?", IsoWeek::parse);
        answers.read("age1", "--key", "Key?", Recipient::checkedKey);
        answers.read("2026-W08", "--to", "To?", IsoWeek::parse);
        assertThatExceptionOfType(ExitException.class)
                .isThrownBy(() -> answers.throwIfWrong("No."))
                .withMessageContainingAll("--from: ", "--key: The recipient's key is an age recipient")
                .withMessageNotContaining("--to");
    }
}

package org.modicum.pipeline.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AgendaTest {
    @Property
    void whatIsEarlierHappensFirstHoweverItWasEntered(@ForAll List<@IntRange(min = 0, max = 50) Integer> times) {
        Agenda agenda = new Agenda();
        List<Long> happened = new ArrayList<>();
        times.forEach(time -> agenda.at(time, () -> happened.add(agenda.now())));

        agenda.runUntil(51);

        assertThat(happened).hasSameSizeAs(times).isSorted();
    }

    @Test
    void whatIsEnteredForTheSameMomentHappensInTheOrderOfEntry() {
        Agenda agenda = new Agenda();
        List<String> happened = new ArrayList<>();
        agenda.at(5, () -> {
            happened.add("first");
            agenda.at(5, () -> happened.add("third"));
        });
        agenda.at(5, () -> happened.add("second"));

        agenda.runUntil(6);

        assertThat(happened).containsExactly("first", "second", "third");
    }

    @Test
    void nothingHappensBeforeItsTime() {
        Agenda agenda = new Agenda();
        agenda.at(10, () -> {});

        agenda.runUntil(10);

        assertThat(agenda.size()).isEqualTo(1);
    }
}

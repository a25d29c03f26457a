package org.modicum.pipeline.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things to choose from, some more often than others. */
final class Weighted<T> {
    private final List<T> choices;
    private final ToDoubleFunction<T> weight;
    private final double total;

    Weighted(List<T> choices, ToDoubleFunction<T> weight) {
        this.choices = List.copyOf(choices);
        this.weight = weight;
        this.total = choices.stream().mapToDouble(weight).sum();
    }

    List<T> choices() {
        return choices;
    }

    T draw(Chance chance) {
        double left = chance.uniform(0, total);
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    /** Different ones, in the order in which they were drawn. */
    List<T> draw(int count, Chance chance) {
        List<T> left = new ArrayList<>(choices);
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < count && !left.isEmpty()) {
            T next = new Weighted<>(left, weight).draw(chance);
            left.remove(next);
            drawn.add(next);
        }
        return List.copyOf(drawn);
    }
}

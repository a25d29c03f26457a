package org.modicum.pipeline.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects problems, so that they are all reported at once. */
public final class Problems {

    private final Map<String, List<Problem>> bySource = new LinkedHashMap<>();

    public void add(Problem problem) {
        List<Problem> ofSource = bySource.computeIfAbsent(problem.source(), source -> new ArrayList<>());
        if (!ofSource.contains(problem)) {
            ofSource.add(problem);
        }
    }

    /**
     * Adds what is wrong with a file.
     *
     * @param line from 1; 0 for the file as a whole
     */
    public void add(Path file, int line, String message) {
        add(Problem.of(file, line, message));
    }

    public boolean isEmpty() {
        return bySource.isEmpty();
    }

    /** Files in the order in which they were first complained of, each file's problems by line. */
    public List<Problem> list() {
        return bySource.values().stream()
                .flatMap(ofSource -> ofSource.stream().sorted(Comparator.comparingInt(Problem::line)))
                .toList();
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws SettingsException with all problems, if there is one
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new SettingsException(list());
        }
    }
}

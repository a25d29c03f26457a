package org.modicum.pipeline.settings;

import java.util.List;
import java.util.stream.Collectors;

/** What a site set is wrong; the message lists every problem, one a line. Exit code 78. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public SettingsException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String heading =
                problems.size() == 1 ? "1 problem in the settings" : problems.size() + " problems in the settings";
        return problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining("", heading, ""));
    }
}

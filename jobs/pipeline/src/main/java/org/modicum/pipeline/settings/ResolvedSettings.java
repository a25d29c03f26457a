package org.modicum.pipeline.settings;

import java.util.List;
import java.util.Optional;

/** What a site's settings come to, right or wrong. */
public final class ResolvedSettings {

    private final Setting root;
    private final Optional<Settings> settings;
    private final List<Problem> problems;

    ResolvedSettings(Setting root, Optional<Settings> settings, List<Problem> problems) {
        this.root = root;
        this.settings = settings;
        this.problems = problems;
    }

    /** The settings; empty when there is a problem. */
    public Optional<Settings> settings() {
        return settings;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** All settings as HOCON: paths made absolute, secrets masked, and after each value where it was written. */
    public String render() {
        return Rendering.of(root);
    }
}

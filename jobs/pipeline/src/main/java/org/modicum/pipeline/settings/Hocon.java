package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files in HOCON. */
final class Hocon {

    private static final ConfigParseOptions OPTIONS =
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

    /** What the parser adds to many messages, at length. */
    private static final String QUOTING_ADVICE = "(?s) \\(if you intended .*";

    private Hocon() {}

    /** What the file says, substitutions unresolved; empty, and a problem noted, when it cannot be read. */
    static Optional<ConfigObject> parse(Path file, Problems problems) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            problems.add(file, 0, "cannot be read; check that it is there and readable");
            return Optional.empty();
        }
        try {
            return Optional.of(ConfigFactory.parseFile(file.toFile(), OPTIONS).root());
        } catch (ConfigException e) {
            problems.add(problem(file, e));
            return Optional.empty();
        }
    }

    /** The defaults that come with the program. */
    static ConfigObject reference() {
        try (InputStream in = Hocon.class.getResourceAsStream("/reference.conf")) {
            InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            return ConfigFactory.parseReader(reader, OPTIONS.setOriginDescription("reference.conf"))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read reference.conf from the class path", e);
        }
    }

    /** Puts in what substitutions stand for, environment variables included; what is not to be had stays unresolved. */
    static Optional<ConfigObject> resolve(Path file, ConfigObject written, Problems problems) {
        try {
            return Optional.of(written.toConfig()
                    .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true))
                    .root());
        } catch (ConfigException e) {
            problems.add(problem(file, e));
            return Optional.empty();
        }
    }

    private static Problem problem(Path file, ConfigException e) {
        ConfigOrigin origin = e.origin();
        Path source = origin == null || origin.filename() == null ? file : Path.of(origin.filename());
        return Problem.of(source, origin == null ? 0 : Math.max(origin.lineNumber(), 0), message(e));
    }

    /** The parser's own message, but not where it would repeat values, which may be secret. */
    private static String message(ConfigException e) {
        if (e instanceof ConfigException.UnresolvedSubstitution) {
            return "has substitutions ${...} that need each other in a cycle; give one of them a value";
        }
        if (!(e instanceof ConfigException.Parse)) {
            return "puts a block or list and a text together by a substitution ${...}; they do not fit";
        }
        String message = e.getMessage();
        return (e.origin() == null ? message : message.replace(e.origin().description() + ": ", ""))
                .replaceFirst(QUOTING_ADVICE, "; put text with special characters into double quotes");
    }
}

package org.modicum.pipeline.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Value;

/**
 * One value of the settings being read. What it cannot be read as comes back empty and is noted as a problem with file
 * and line, so that one reading finds every problem.
 */
final class Setting {

    private static final String KEY = "value";
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{[^?}][^}]*}");

    private final Reading reading;
    private final List<String> path;
    private final ConfigValue value;

    Setting(Reading reading, List<String> path, ConfigValue value) {
        this.reading = reading;
        this.path = path;
        this.value = value;
    }

    /** All that was read, as a setting without a name. */
    static Setting root(Reading reading, ConfigObject all) {
        return new Setting(reading, List.of(), all);
    }

    Setting child(String step, ConfigValue child) {
        List<String> childPath = new ArrayList<>(path);
        childPath.add(step);
        return new Setting(reading, List.copyOf(childPath), child);
    }

    /** Full name, for instance {@code modicum.sources[0].path}; empty for a whole file. */
    String name() {
        return Names.of(path);
    }

    Place place() {
        return reading.places().of(path, value);
    }

    /** Notes a problem; the message continues the setting's name. */
    void problem(String message) {
        reading.note(place(), name(), message);
    }

    boolean isNull() {
        return is(ConfigValueType.NULL);
    }

    boolean isBlock() {
        return is(ConfigValueType.OBJECT);
    }

    boolean isList() {
        return is(ConfigValueType.LIST);
    }

    private boolean is(ConfigValueType type) {
        try {
            return value.valueType() == type;
        } catch (ConfigException.NotResolved e) {
            return false;
        }
    }

    Optional<String> text() {
        return read("a text", config -> {
            String text = Normalizer.normalize(config.getString(KEY).strip(), Normalizer.Form.NFC);
            return text.isEmpty() ? refused("is empty; fill it in") : Optional.of(text);
        });
    }

    /** A text that can stand in the audit log: see {@link Value}. */
    Optional<String> line() {
        return text().flatMap(text -> Value.LINE.matcher(text).matches()
                ? Optional.of(text)
                : refused("is longer than " + Value.LONGEST_TEXT + " characters, or has invisible ones"));
    }

    /** A text for a parser that explains in an {@link IllegalArgumentException} what it does not understand. */
    <T> Optional<T> parsed(Function<String, T> parser) {
        return text().flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                return refused("is wrong: " + e.getMessage());
            }
        });
    }

    Optional<String> oneOf(Collection<String> choices) {
        return text().flatMap(text -> choices.contains(text)
                ? Optional.of(text)
                : refused("is " + shown() + Spelling.suggestion(text, choices)));
    }

    Optional<Integer> whole(int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        return read(expected, config -> {
            double number = config.getDouble(KEY);
            boolean fits = number == Math.rint(number) && number >= least && number <= most;
            return fits ? Optional.of((int) number) : refused(expected, shown());
        });
    }

    /** A number from 0 to 1. */
    Optional<Double> share() {
        String expected = "a number from 0 to 1";
        return read(expected, config -> {
            double number = config.getDouble(KEY);
            return number >= 0 && number <= 1 ? Optional.of(number) : refused(expected, shown());
        });
    }

    Optional<Boolean> flag() {
        return read("true or false", config -> Optional.of(config.getBoolean(KEY)));
    }

    Optional<Duration> duration() {
        String expected = "a length of time like 1 day, 12 hours or 30 minutes";
        return read(expected, config -> {
            Duration duration = config.getDuration(KEY);
            return duration.isNegative() ? refused(expected, shown()) : Optional.of(duration);
        });
    }

    Optional<LocalDate> day() {
        return read("a day like 2026-01-31", config -> Optional.of(LocalDate.parse(config.getString(KEY))));
    }

    /** A local path, made absolute. */
    Optional<Path> path() {
        return text().flatMap(text -> Locations.isUri(text) ? refused("a local path", shown()) : located(text));
    }

    /** A local path made absolute, or a URI as it is. It may hold globs. */
    Optional<String> location() {
        return text().flatMap(text ->
                Locations.isUri(text) ? Optional.of(text) : located(text).map(Path::toString));
    }

    Optional<Section> section() {
        return read("a block { ... }", config -> Optional.of(new Section(this, config.getObject(KEY))));
    }

    Optional<List<Setting>> list() {
        return read("a list [ ... ]", config -> Optional.of(config.getList(KEY)))
                .map(this::children);
    }

    private List<Setting> children(ConfigList list) {
        List<Setting> children = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            children.add(child(String.valueOf(index), list.get(index)));
        }
        return children;
    }

    private Optional<Path> located(String text) {
        try {
            Path absolute = place().base().resolve(text).normalize();
            reading.locations().put(path, absolute.toString());
            return Optional.of(absolute);
        } catch (IllegalArgumentException e) {
            return refused("a path", shown());
        }
    }

    private <T> Optional<T> read(String expected, Function<Config, Optional<T>> as) {
        try {
            return as.apply(value.atKey(KEY));
        } catch (ConfigException.NotResolved e) {
            return refused("needs " + unresolved() + ", which is set nowhere; set that environment variable");
        } catch (ConfigException | DateTimeException e) {
            return refused(expected, shown());
        }
    }

    private <T> Optional<T> refused(String expected, String shown) {
        return refused("is " + shown + "; it must be " + expected);
    }

    private <T> Optional<T> refused(String message) {
        problem(message);
        return Optional.empty();
    }

    private String unresolved() {
        return SUBSTITUTION
                .matcher(value.render(ConfigRenderOptions.concise()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** The value as HOCON on one line, absolute if it is a path, masked if it is a secret. */
    String masked() {
        if (Secrets.isSecret(name()) && !isNull()) {
            return '"' + Secrets.MASK + '"';
        }
        String location = reading.locations().get(path);
        String text = location == null
                ? value.render(ConfigRenderOptions.concise())
                : ConfigValueFactory.fromAnyRef(location).render(ConfigRenderOptions.concise());
        return Secrets.maskUserInfo(text);
    }

    private String shown() {
        return isBlock() ? "a block" : isList() ? "a list" : masked();
    }
}

package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Protocol;
import org.modicum.policy.protocol.Threshold;
import org.modicum.policy.protocol.WorkRelated;
import org.modicum.policy.protocol.WorkingTime;

/**
 * Reads a department's own rules from its file.
 *
 * @param workingTime what holds where the file is silent
 * @param sites the sites that may be work-related; empty when the catalogue is not to be had, and any name will do
 */
record ProtocolFile(WorkingTime workingTime, Collection<String> sites) {

    private static final int MOST_MINUTES = 7 * 24 * 60;

    /** The protocol and where it names its department; empty when wrong, or when the file sets nothing at all. */
    Optional<Found> read(Path file, Problems problems) {
        return Hocon.parse(file, problems)
                .filter(written -> !written.isEmpty())
                .flatMap(written -> read(file, written, problems));
    }

    /**
     * @param protocol the rules
     * @param department the setting that names the department
     */
    record Found(Protocol protocol, Setting department) {}

    private Optional<Found> read(Path file, ConfigObject written, Problems problems) {
        Layer layer = new Layer(Problem.shown(file), file.toAbsolutePath().getParent(), written);
        Reading reading = new Reading(new Places(List.of(layer)), problems);
        return Hocon.resolve(file, written, problems)
                .flatMap(resolved -> read(new Section(Setting.root(reading, resolved), resolved)));
    }

    private Optional<Found> read(Section section) {
        Optional<Setting> named = section.required("department");
        Optional<String> department = named.flatMap(Setting::text);
        Optional<String> lineManager = section.required("line-manager").flatMap(Setting::text);
        Optional<WorkingTime> hours = section.optional("working-time")
                .map(setting -> setting.section().flatMap(block -> WorkingTimes.read(block, workingTime)))
                .orElse(Optional.of(workingTime));
        List<Threshold> thresholds = thresholds(section.elements("thresholds"));
        List<WorkRelated> workRelated = workRelated(section.elements("work-related"));
        section.noOtherKeys();
        if (department.isEmpty() || lineManager.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = new Protocol(department.get(), lineManager.get(), hours.get(), thresholds, workRelated);
        return Optional.of(new Found(protocol, named.get()));
    }

    private static List<Threshold> thresholds(List<Setting> elements) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Setting element : elements) {
            Optional<Threshold> threshold = element.section().flatMap(ProtocolFile::threshold);
            Optional<Threshold> later = threshold.filter(next -> thresholds.isEmpty()
                    || next.from()
                                    .compareTo(thresholds
                                            .get(thresholds.size() - 1)
                                            .from())
                            > 0);
            if (threshold.isPresent() && later.isEmpty()) {
                element.problem("is from " + threshold.get().from()
                        + ", which is not after the one before it; list each week once, the earliest first");
            }
            later.ifPresent(thresholds::add);
        }
        return thresholds;
    }

    private static Optional<Threshold> threshold(Section section) {
        Optional<IsoWeek> from = section.required("from").flatMap(setting -> setting.parsed(IsoWeek::parse));
        Optional<Integer> minutes = section.required("minutes").flatMap(setting -> setting.whole(1, MOST_MINUTES));
        Optional<Per> per = section.required("per")
                .flatMap(setting -> setting.oneOf(List.of("day", "week")))
                .map(text -> Per.valueOf(text.toUpperCase(Locale.ROOT)));
        section.noOtherKeys();
        if (from.isEmpty() || minutes.isEmpty() || per.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Threshold(from.get(), minutes.get(), per.get()));
        } catch (IllegalArgumentException e) {
            section.setting().problem("is wrong: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<WorkRelated> workRelated(List<Setting> elements) {
        List<WorkRelated> uses = new ArrayList<>();
        for (Setting element : elements) {
            element.section().flatMap(this::workRelated).ifPresent(uses::add);
        }
        return uses;
    }

    private Optional<WorkRelated> workRelated(Section section) {
        Set<String> roles = new TreeSet<>();
        for (Setting role : section.elements("roles")) {
            role.text().map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(roles::add);
        }
        Optional<List<Setting>> named = section.required("sites").flatMap(Setting::list);
        section.noOtherKeys();
        Set<String> known = new TreeSet<>();
        named.ifPresent(list -> list.forEach(site -> site(site).ifPresent(known::add)));
        if (named.isPresent() && named.get().isEmpty()) {
            section.setting().problem("names no site; name at least one or remove it");
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new WorkRelated(roles, known));
    }

    private Optional<String> site(Setting setting) {
        return sites.isEmpty() ? setting.text() : setting.oneOf(sites);
    }
}

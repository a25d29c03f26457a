package org.modicum.pipeline.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modicum.policy.protocol.IsoWeek;

/** The protocols of the simulated departments, as line managers would write them. */
final class ProtocolFiles {
    private final SynthPlan plan;

    ProtocolFiles(SynthPlan plan) {
        this.plan = plan;
    }

    List<Path> write() throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = Files.createDirectories(plan.out().resolve("protocols"));
        for (Department department : Department.ALL) {
            if (!department.threshold().isEmpty()) {
                Path file = folder.resolve(department.name().toLowerCase(Locale.ROOT) + ".conf");
                files.add(Files.writeString(file, protocol(department)));
            }
        }
        return files;
    }

    private String protocol(Department department) {
        Hours hours = department.hours();
        String workRelated = department.isCommunications()
                ? "work-related = [{ roles = [communications], sites = [facebook, linkedin] }]\n"
                : "";
        return """
                # How %s uses social media at work (paragraph 23).
                department = %s
                line-manager = %s
                working-time { zone = %s, holidays = gb-eng, days = [mon, tue, wed, thu, fri], hours = ["%s-%s", "%s-%s"] }
                thresholds = [{ from = %s, %s }]
                """.formatted(
                                department.name(),
                                department.name(),
                                department.manager(),
                                plan.zone(),
                                hours.start(),
                                hours.lunch(),
                                hours.back(),
                                hours.end(),
                                IsoWeek.of(plan.start()),
                                department.threshold())
                + workRelated;
    }
}

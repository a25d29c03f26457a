package org.modicum.pipeline.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modicum.policy.protocol.IsoWeek;

/** The settings of the simulated university, as a site would write them. */
final class DemoSite {
    private final Path folder;

    DemoSite(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the settings and what they name.
     *
     * @param roots public keys of those who sign the registry of approvers
     * @return the settings file
     */
    Path write(Path synth, IsoWeek first, List<String> roots) throws IOException {
        Path settings = folder.resolve("modicum.conf");
        Demo.text(settings, settings(first, roots));
        Demo.text(folder.resolve("sites.conf"), """
                # This site's catalogue: the shipped one, and whatever is added here. See docs/reference/sites.md.
                include classpath("modicum/sites.conf")
                """);
        Files.move(synth.resolve("staff.csv"), folder.resolve("staff.csv"));
        Files.move(synth.resolve("leave.csv"), folder.resolve("leave.csv"));
        Files.move(synth.resolve("protocols"), folder.resolve("protocols"));
        return settings;
    }

    private static String settings(IsoWeek first, List<String> roots) {
        return """
                # The settings of a simulated university. Every setting with its default: docs/reference/settings.md
                modicum {
                  home = ./var

                  sources = [{
                    name = campus
                    format = squid
                    path = "logs/access.log*"
                    # No current sanction, no reading.
                    sanction { regulation = "ICT Regulations 4.2", dpia = "DPIA-DEMO", from = %s, to = %s }
                  }]

                  directory { type = csv, path = staff.csv, leave = leave.csv }
                  protocols = protocols/

                  # Who answers, for the record of processing and the notice to staff of `audit report`.
                  controller {
                    name = "A simulated university"
                    contact = "The Registrar"
                    data-protection-officer = "The data-protection office"
                    transfers = "None"
                  }

                  # Who signs the registry of approvers: the demo's own people, see people/README.txt.
                  authorisation.roots = [%s]

                  # Shorter than the default of 35 days, so that the demo has something to delete.
                  retention.rules.activity.keep = 21 days
                }
                """.formatted(first.monday(), first.monday().plusYears(1), String.join(", ", roots));
    }
}

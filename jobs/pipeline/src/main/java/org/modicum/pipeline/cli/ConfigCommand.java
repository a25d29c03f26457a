package org.modicum.pipeline.cli;

import java.util.Map;
import org.modicum.pipeline.settings.ResolvedSettings;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.pipeline.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        header = "Print the resolved settings, secrets masked.",
        description = "Prints them even when they are wrong, and then what is wrong.")
final class ConfigCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Override
    public void run() {
        ResolvedSettings resolved = SettingsReader.resolve(modicum.config, Map.of());
        System.out.println(resolved.render());
        if (!resolved.problems().isEmpty()) {
            throw new SettingsException(resolved.problems());
        }
    }
}

package org.modicum.pipeline.cli;

import org.modicum.pipeline.settings.ResolvedSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        header = "Print the resolved settings, secrets masked.")
final class ConfigCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Override
    public void run() {
        System.out.println(ResolvedSettings.render(modicum.config));
    }
}

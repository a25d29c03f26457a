package org.modicum.pipeline.cli;

import org.modicum.pipeline.exit.ExitCode;
import picocli.CommandLine;

/** The one entrance; {@code ./modicum} calls it. */
public final class Main {
    private static final int USAGE_WIDTH = 110;

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        // Only a failure needs saying: under spark-submit even exit(0) would cut the driver's own ending short.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What {@code main} does, without ending the process; tests call it. */
    public static int run(String... arguments) {
        CommandLine command = new CommandLine(new Modicum())
                .setExecutionExceptionHandler(Failures::report)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH);
        wrongUsage(command);
        return command.execute(arguments);
    }

    private static void wrongUsage(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.number());
        command.getSubcommands().values().forEach(Main::wrongUsage);
    }
}

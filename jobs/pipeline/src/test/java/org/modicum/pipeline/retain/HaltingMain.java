package org.modicum.pipeline.retain;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.run.RunReport;
import org.slf4j.LoggerFactory;

/** {@code main}, of which the process ends without any ending, as by SIGKILL, when a step of a name begins. */
final class HaltingMain {
    private static final int KILLED = 137;

    private HaltingMain() {}

    /** @param arguments the step, then what {@code main} takes */
    public static void main(String[] arguments) {
        AppenderBase<ILoggingEvent> halt = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                Object[] values = event.getArgumentArray();
                if (values != null && arguments[0].equals(values[0])) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        };
        halt.start();
        Logger steps = (Logger) LoggerFactory.getLogger(RunReport.class);
        steps.setLevel(Level.INFO);
        steps.addAppender(halt);
        Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}

package org.modicum.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.apache.spark.SparkThrowable;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.policy.audit.AuditException;
import org.modicum.policy.grant.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * The outermost line of defence: turns whatever went wrong into a message and an exit code. Messages of other people's
 * exceptions may quote a value of a row, so only those of Modicum, of files and of settings are shown; of the rest the
 * kind and the place.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger("modicum");

    private Failures() {}

    static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof ExitException exit) {
            err.println(exit.getMessage());
            return exit.code().number();
        }
        if (failure instanceof SettingsException settings) {
            err.println(settings.getMessage());
            return ExitCode.SETTINGS.number();
        }
        if (failure instanceof RefusedException refused) {
            err.println("Refused; nothing was done. " + refused.getMessage());
            return ExitCode.NOT_PERMITTED.number();
        }
        if (failure instanceof AuditException audit) {
            err.println("The audit log is in doubt: " + audit.getMessage() + ".");
            return ExitCode.NOT_PERMITTED.number();
        }
        err.println(command.getCommandSpec().qualifiedName() + " failed; nothing half-done counts, and"
                + " the next run takes up where this one stopped.");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            err.println("  " + describe(cause));
        }
        LOG.debug("Stack of the failure", withoutMessages(failure));
        return ExitCode.FAILED.number();
    }

    private static String describe(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
            return kind + " [" + spark.getCondition() + "] " + place(cause);
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException || isOurs(cause)) {
            return kind + ": " + cause.getMessage();
        }
        return kind + " " + place(cause);
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("org.modicum.");
    }

    private static String place(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length == 0 ? "" : "at " + stack[0];
    }

    private static Throwable withoutMessages(Throwable failure) {
        Throwable bare = new RuntimeException(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}

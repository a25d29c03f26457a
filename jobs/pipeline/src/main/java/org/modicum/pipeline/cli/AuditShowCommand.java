package org.modicum.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "List the entries of the log, each with its place, time, kind and fields.",
        description = "They are checked against the signed checkpoint first; a log that was altered is not shown.")
final class AuditShowCommand implements Runnable {
    @ParentCommand
    AuditCommand audit;

    @Mixin
    AuditedLog log;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only entries of this kind: ${COMPLETION-CANDIDATES}. May be given several times.")
    List<Kind> kinds = List.of();

    @Option(names = "--last", paramLabel = "N", description = "Only the last N of them.")
    Integer last;

    @Override
    public void run() {
        List<Entry> entries = log.reader(audit.modicum).entries();
        List<String> lines = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            if (kinds.isEmpty() || kinds.contains(entries.get(place).kind())) {
                lines.add(String.format(
                        Locale.ROOT, "%6d  %s", place, entries.get(place).readable()));
            }
        }
        lines.subList(last == null ? 0 : Math.max(0, lines.size() - last), lines.size())
                .forEach(System.out::println);
    }
}

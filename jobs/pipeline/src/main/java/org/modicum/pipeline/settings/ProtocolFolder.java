package org.modicum.pipeline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.modicum.policy.protocol.Protocol;

/** Reads the departments' own rules from a folder of files. */
final class ProtocolFolder {

    private ProtocolFolder() {}

    /** The protocols by department; a file in which nothing is set is passed over. */
    static Map<String, Protocol> read(Setting setting, ProtocolFile reader, Problems problems) {
        Map<String, ProtocolFile.Found> found = new TreeMap<>();
        for (Path file : setting.path().map(folder -> files(setting, folder)).orElse(List.of())) {
            reader.read(file, problems).ifPresent(next -> {
                ProtocolFile.Found first = found.putIfAbsent(next.protocol().department(), next);
                if (first != null) {
                    next.department()
                            .problem("has a protocol at " + first.department().place() + " already; keep one of them");
                }
            });
        }
        Map<String, Protocol> protocols = new TreeMap<>();
        found.forEach((department, protocol) -> protocols.put(department, protocol.protocol()));
        return protocols;
    }

    private static List<Path> files(Setting setting, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ProtocolFolder::isProtocol).sorted().toList();
        } catch (IOException e) {
            setting.problem("is " + folder + ", which cannot be listed ("
                    + e.getClass().getSimpleName() + "); make the folder, it may be empty");
            return List.of();
        }
    }

    /** Hidden files are editors' copies. */
    private static boolean isProtocol(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".conf") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}

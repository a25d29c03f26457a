package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modicum.pipeline.cli.Main;

/** Runs a page of {@code docs/how-to}: exactly its commands, in their order, in a shell. */
public final class HowTo {
    private static final Path PAGES = Path.of("../../docs/how-to");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private HowTo() {}

    /** @return all that was printed, once every command has ended with 0 */
    public static String run(String page, Path folder) throws IOException, InterruptedException {
        launcher(folder);
        Path script = Files.writeString(folder.resolve("page.sh"), "set -eu\n" + commands(PAGES.resolve(page)));
        Path output = folder.resolve("output.txt");
        int code = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output);
        assertThat(code).as(printed).isZero();
        return printed;
    }

    private static String commands(Path page) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        assertThat(blocks).hasSizeGreaterThan(5);
        return String.join("\n", blocks);
    }

    /** What {@code ./modicum} of a checkout does, over the classes that are being tested. */
    private static void launcher(Path folder) throws IOException {
        String options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .collect(Collectors.joining(" "));
        Path launcher = Files.writeString(
                folder.resolve("modicum"),
                "#!/usr/bin/env bash\nexec " + Path.of(System.getProperty("java.home"), "bin", "java") + " "
                        + options + " -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + Main.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

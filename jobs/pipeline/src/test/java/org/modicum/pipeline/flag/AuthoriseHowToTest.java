package org.modicum.pipeline.flag;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.cli.Main;

/** {@code docs/how-to/authorise.md}: exactly the commands on the page, in their order, in a shell. */
class AuthoriseHowToTest {
    private static final Path PAGE = Path.of("../../docs/how-to/authorise.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theCommandsOnThePageLeadFromKeysToAnOpenedFlagFile() throws Exception {
        FlagSite.in(folder).released().withoutRoots();
        launcher();
        Path script = Files.writeString(folder.resolve("page.sh"), "set -eu\n" + commands());
        Path output = folder.resolve("output.txt");

        int code = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(code).as(Files.readString(output)).isZero();
        assertThat(folder.resolve("opened/flag.json"))
                .content()
                .contains(
                        "\"name\" : \"a.smith\"",
                        "potential excessive use; needs review by a person",
                        "\"low\" : 75.0");
        assertThat(folder.resolve("opened/flag.html")).content().contains("a.smith");
        assertThat(Files.readString(output)).contains("Everything that could be checked here holds", "grant_complete");
    }

    private static String commands() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        assertThat(blocks).hasSizeGreaterThan(5);
        return String.join("\n", blocks);
    }

    /** What {@code ./modicum} of a checkout does, over the classes that are being tested. */
    private void launcher() throws IOException {
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

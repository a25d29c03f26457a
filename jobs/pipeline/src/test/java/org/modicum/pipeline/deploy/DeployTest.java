package org.modicum.pipeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.exit.ExitCode;

/** The examples in {@code deploy/}, as far as they can be held against what will read them. */
class DeployTest {
    private static final Path DEPLOY = Path.of("../../deploy");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path folder;

    @Test
    void systemdAcceptsServiceAndTimerAndFindsThemClosed() throws Exception {
        assumeTool("systemd-analyze");
        Path executable = executable("modicum", "exit 0");
        for (String unit : List.of("modicum.service", "modicum.timer")) {
            String text = Files.readString(DEPLOY.resolve("systemd").resolve(unit));
            Files.writeString(folder.resolve(unit), text.replace("/opt/modicum/modicum", executable.toString()));
        }

        Ran verified = run("systemd-analyze", "verify", "--man=no", "modicum.service", "modicum.timer");
        Ran security = run("systemd-analyze", "security", "--offline=true", "--threshold=20", "modicum.service");

        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.said()).doesNotContain("modicum.service:", "modicum.timer:");
        assertThat(security.code()).as(security.said()).isZero();
    }

    @Test
    void theServiceTriesAgainOnlyWhatTryingAgainCanMend() throws IOException {
        String service = Files.readString(DEPLOY.resolve("systemd/modicum.service"));
        List<String> never = List.of(line(service, "RestartPreventExitStatus=").split(" "));

        assertThat(line(service, "SuccessExitStatus=")).isEqualTo(Integer.toString(ExitCode.LOCKED.number()));
        for (ExitCode code : ExitCode.values()) {
            assertThat(never.contains(Integer.toString(code.number())))
                    .as(code.name())
                    .isEqualTo(code != ExitCode.DONE && code != ExitCode.LOCKED);
        }
    }

    @Test
    void logrotateReadsTheRules() throws Exception {
        assumeTool("logrotate");
        Path rules = Files.copy(DEPLOY.resolve("logrotate/squid"), folder.resolve("squid"));
        Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = run("logrotate", "--debug", "--state", folder.resolve("state").toString(), rules.toString());

        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said()).doesNotContain("error:");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "75, false", "1, true", "77, true", "78, true"})
    void cronHearsOfANightOnlyIfSomethingIsWrong(int code, boolean mail) throws Exception {
        Path modicum = executable("modicum", "echo all about it; exit " + code);

        Ran ran = run(
                "env",
                "MODICUM=" + modicum,
                DEPLOY.resolve("cron/nightly").toRealPath().toString());

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.said().contains("all about it")).isEqualTo(mail);
    }

    @Test
    void theCronLineRunsOnceAtATime() throws Exception {
        assumeTool("flock");
        String line = Files.readAllLines(DEPLOY.resolve("cron/modicum")).stream()
                .filter(each -> each.contains("flock"))
                .findFirst()
                .orElseThrow();
        String command = line.substring(line.indexOf("flock"))
                .replace("/var/lib/modicum/", folder + "/")
                .replace("/opt/modicum/deploy/cron/nightly", "true");
        assertThat(line).startsWith("15 2 * * * modicum ").contains("/opt/modicum/deploy/cron/nightly");

        assertThat(run("bash", "-c", command).code()).isZero();
        assertThat(run("flock", folder.resolve("lock.cron").toString(), "bash", "-c", command)
                        .code())
                .isEqualTo(ExitCode.LOCKED.number());
    }

    @Test
    void pythonCompilesTheDag() throws Exception {
        assumeTool("python3");
        Path dag = Files.copy(DEPLOY.resolve("airflow/modicum_dag.py"), folder.resolve("modicum_dag.py"));

        Ran ran = run("python3", "-m", "py_compile", dag.toString());

        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(Files.readString(dag)).contains("skip_on_exit_code=" + ExitCode.LOCKED.number());
    }

    @Test
    void kubernetesKnowsEveryFieldOfTheCronJob() throws IOException {
        List<JsonNode> documents = documents("kubernetes/cronjob.yaml");

        assertThat(documents).hasSize(2);
        V1CronJob.validateJsonElement(gson(documents.get(0)));
        V1PersistentVolumeClaim.validateJsonElement(gson(documents.get(1)));
        JsonNode container = documents.get(0).at("/spec/jobTemplate/spec/template/spec/containers/0");
        ((ObjectNode) container).put("comand", "a slip of the pen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V1CronJob.validateJsonElement(gson(documents.get(0))))
                .withMessageContaining("comand");
    }

    @Test
    void theSparkOperatorKnowsEveryFieldAndTheMainClassIsThere() throws IOException {
        JsonNode document = documents("spark/scheduled.yaml").get(0);
        JsonNode template = document.at("/spec/template");
        try (InputStream in = DeployTest.class.getResourceAsStream("scheduled-spark-application.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
            assertThat(schema.validate(document)).isEmpty();
        }
        assertThat(template.path("mainClass").asText()).isEqualTo(Main.class.getName());
        String pom = Files.readString(Path.of("../../pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(template.path("mainApplicationFile").asText()).endsWith("/modicum-pipeline-" + version + ".jar");
        String spark = pom.substring(pom.indexOf("<dep.spark.version>") + 19, pom.indexOf("</dep.spark.version>"));
        assertThat(template.path("sparkVersion").asText()).isEqualTo(spark);
    }

    @Test
    void everyScriptIsOneThatBashCanRead() throws Exception {
        for (String script : List.of("cron/nightly", "spark/submit")) {
            Path file = DEPLOY.resolve(script);
            assertThat(Files.isExecutable(file)).as(script).isTrue();
            Ran ran = run("bash", "-n", file.toRealPath().toString());
            assertThat(ran.code()).as(ran.said()).isZero();
        }
    }

    private record Ran(int code, String said) {}

    private Ran run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(Arrays.toString(command))
                .isTrue();
        return new Ran(process.exitValue(), Files.readString(said));
    }

    private static void assumeTool(String name) {
        boolean there = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
        assumeThat(there).as(name + " is not on this machine").isTrue();
    }

    private Path executable(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static String line(String text, String begin) {
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(DEPLOY.resolve(file).toFile())) {
            return documents.readAll();
        }
    }

    private static JsonObject gson(JsonNode document) {
        return JsonParser.parseString(document.toString()).getAsJsonObject();
    }
}

package org.modicum.pipeline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for auditors says what the code does. */
class AuditLogPageTest {

    @ParameterizedTest
    @EnumSource
    void everyKindIsThereWithItsFieldsInTheirOrder(Kind kind) throws IOException {
        String fields = kind.fields().stream()
                .map(field -> "`" + field.name() + "`"
                        + switch (field.type()) {
                            case TEXT -> "";
                            case TEXTS -> " [ ]";
                            case COUNT -> " #";
                            case DIGEST -> " \u00a7";
                            case DIGESTS -> " \u00a7 [ ]";
                        })
                .collect(Collectors.joining(", "));
        assertThat(page()).contains("| `" + kind.written() + "` | " + fields + " | ");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplained(Problem.What what) throws IOException {
        assertThat(page()).contains("| `" + what + "` | ");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/reference/audit-log.md"));
    }
}

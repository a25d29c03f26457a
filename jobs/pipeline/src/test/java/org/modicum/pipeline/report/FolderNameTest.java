package org.modicum.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FolderNameTest {

    @Test
    void aPlainNameStaysReadable() {
        assertThat(FolderName.of("Human Resources")).isEqualTo("human-resources");
    }

    @Test
    void namesThatWouldBecomeTheSameFolderAreKeptApart() {
        assertThat(FolderName.of("R&D")).isNotEqualTo(FolderName.of("R/D")).startsWith("r-d-");
    }

    @Property
    void noNameLeavesTheFolderOfItsWeek(@ForAll String group) {
        String name = FolderName.of(group);

        assertThat(name).matches("[a-z0-9-]{1,70}");
        assertThat(Path.of("reports", "2026-W10", name).normalize().getNameCount())
                .isEqualTo(3);
    }
}

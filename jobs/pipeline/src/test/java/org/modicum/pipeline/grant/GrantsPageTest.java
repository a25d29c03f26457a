package org.modicum.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Unchecked;
import org.modicum.policy.grant.Weeks;

/** The page about grants says what the code does. */
class GrantsPageTest {

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsThereWithItsSentence(Refusal refusal) throws IOException {
        assertThat(page()).contains("| `" + refusal + "` | " + refusal.sentence() + " |");
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatCannotBeCheckedOfflineIsThere(Unchecked unchecked) throws IOException {
        assertThat(page()).contains(unchecked.sentence());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfDocumentIsThere(PayloadType type) throws IOException {
        assertThat(page()).contains("`" + type.text() + "`");
    }

    @Test
    void theBoundsAreThoseOfTheCode() throws IOException {
        assertThat(page())
                .contains("1 to " + Purpose.MOST_SUBJECTS + " people")
                .contains("at most " + Grant.LONGEST.toDays() + " days")
                .contains("1 to " + Grant.MOST_USES + " uses")
                .contains("1 to " + Weeks.MOST + " ISO weeks")
                .contains("up to " + Weeks.MOST_OF_A_REPORT);
    }

    /** The example is what the code writes, byte for byte. */
    @Test
    void theExampleIsAGrant() throws IOException {
        String page = page();
        String start = "```json\n{\n  \"id\"";
        int from = page.indexOf(start) + "```json\n".length();
        String body = page.substring(from, page.indexOf("```", from));
        assertThat(Grant.parse(body.getBytes(UTF_8)).caseReference().text()).isEqualTo("HR-2026-0117");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/reference/grants.md"));
    }
}

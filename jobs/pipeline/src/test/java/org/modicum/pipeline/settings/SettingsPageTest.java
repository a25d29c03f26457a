package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPageTest {

    private static final Path PAGE = Path.of("../../docs/reference/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(modicum\\.[^`]+)` \\| `([^`]*)` \\|");

    @Test
    void everySettingIsOnThePageWithItsDefaultAndNoOther() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> documented.put(row.group(1), plain(row.group(2))));

        Map<String, String> defaults = new TreeMap<>();
        collect(Hocon.reference(), new ArrayList<>(), defaults);
        // Sources have a section of their own.
        assertThat(defaults.remove("modicum.sources")).isEqualTo("[]");
        // The rules of retention have a page of their own.
        defaults.keySet().removeIf(name -> name.startsWith("modicum.retention.rules."));

        assertThat(documented).isEqualTo(defaults);
    }

    private static void collect(ConfigObject block, List<String> path, Map<String, String> defaults) {
        block.forEach((key, value) -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            if (value instanceof ConfigObject innerBlock) {
                collect(innerBlock, inner, defaults);
            } else {
                defaults.put(String.join(".", inner), plain(value.render(ConfigRenderOptions.concise())));
            }
        });
    }

    private static String plain(String hocon) {
        return hocon.replaceAll("[\" ]", "");
    }
}

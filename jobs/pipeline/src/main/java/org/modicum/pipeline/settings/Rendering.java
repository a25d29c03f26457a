package org.modicum.pipeline.settings;

import java.util.List;
import java.util.Optional;

/** Writes settings as HOCON, with where each value was written. */
final class Rendering {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private Rendering() {}

    static String of(Setting root) {
        Rendering rendering = new Rendering();
        root.section().ifPresent(all -> rendering.block(all, ""));
        return rendering.text.toString();
    }

    private void block(Section block, String indent) {
        for (String key : block.keys()) {
            Setting setting = block.setting().child(key, block.value(key));
            if (setting.isBlock()) {
                text.append(indent).append(Names.quoted(key)).append(" {\n");
                setting.section().ifPresent(inner -> block(inner, indent + INDENT));
                text.append(indent).append("}\n");
            } else if (holdsBlocks(setting)) {
                text.append(indent).append(Names.quoted(key)).append(" = [\n");
                setting.list().ifPresent(elements -> elements.forEach(element -> element(element, indent + INDENT)));
                text.append(indent).append("]\n");
            } else {
                text.append(indent).append(Names.quoted(key)).append(" = ").append(setting.masked());
                text.append("  # ").append(setting.place()).append('\n');
            }
        }
    }

    private void element(Setting element, String indent) {
        Optional<Section> block = element.isBlock() ? element.section() : Optional.empty();
        if (block.isEmpty()) {
            text.append(indent)
                    .append(element.masked())
                    .append("  # ")
                    .append(element.place())
                    .append('\n');
            return;
        }
        text.append(indent).append("{\n");
        block(block.get(), indent + INDENT);
        text.append(indent).append("}\n");
    }

    private static boolean holdsBlocks(Setting setting) {
        return setting.isList() && setting.list().orElse(List.of()).stream().anyMatch(Setting::isBlock);
    }
}

package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.settings.ControllerSettings;

/** Who answers, as the papers say it; what is not set is said to be not set. */
final class Controller {
    private static final String NOT_SET = "NOT SET";

    private Controller() {}

    static Table table(AsFound found) {
        ControllerSettings controller = found.settings().controller();
        return Table.of(
                "controller",
                "Who answers for the processing",
                List.of(Column.text("what", "What"), Column.text("value", "")),
                List.of(
                        row("Controller", controller.name(), "name"),
                        row("Contact", controller.contact(), "contact"),
                        row("Data-protection officer", controller.dataProtectionOfficer(), "data-protection-officer")));
    }

    static Row row(String what, Optional<String> value, String setting) {
        return value.map(text -> Row.of(what, text))
                .orElseGet(() -> Row.marked(Mark.LOOK, what, NOT_SET + " (modicum.controller." + setting + ")"));
    }

    static List<Finding> findings(AsFound found) {
        ControllerSettings controller = found.settings().controller();
        List<String> missing = new ArrayList<>();
        if (controller.name().isEmpty()) {
            missing.add("name");
        }
        if (controller.contact().isEmpty()) {
            missing.add("contact");
        }
        if (controller.dataProtectionOfficer().isEmpty()) {
            missing.add("data-protection-officer");
        }
        if (controller.transfers().isEmpty()) {
            missing.add("transfers");
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.look(
                        "papers",
                        "The record of processing and the notice to staff lack what no program can know. Set"
                                + " modicum.controller: " + String.join(", ", missing) + "."));
    }
}

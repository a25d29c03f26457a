package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.ingest.LinesRead;
import org.modicum.pipeline.settings.ControllerSettings;
import org.modicum.pipeline.settings.Source;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Rule;

/** A notice to staff of what was monitored (UK GDPR Articles 13 and 14). */
final class Notice {
    private Notice() {}

    static Sheet of(AsFound found, Published published, Optional<LinesRead> lines) {
        return new Sheet(
                "Notice to staff: what was monitored",
                "Moderate use of social media is welcome (paragraph 22 of the policy). This notice says what the university"
                        + " looked at to see whether use is moderate, and what it did not look at.",
                "Written " + Words.time(found.now())
                        + " from the settings and the audit log of the program that does it.",
                List.of(),
                null,
                List.of(
                        when(found, published, lines),
                        sites(found),
                        what(),
                        right(found),
                        kept(found),
                        who(found, published),
                        ask(found)),
                Map.of(),
                "it is for everybody, and names nobody.");
    }

    private static Section when(AsFound found, Published published, Optional<LinesRead> lines) {
        List<String> says = new ArrayList<>();
        says.add(lines.flatMap(LinesRead::last)
                .map(last -> "The logs of the web proxy were read from "
                        + Words.time(lines.get().first().orElseThrow()) + " to " + Words.time(last)
                        + ", as far as the records go back.")
                .orElse("No log of the web proxy was read, as far as the records go back."));
        if (!published.weeks().isEmpty()) {
            says.add("Summaries were published of "
                    + Words.number(published.weeks().size(), "week", "weeks") + ", from "
                    + published.weeks().firstKey() + " to " + published.weeks().lastKey() + ".");
        }
        return section("when", "When", says);
    }

    private static Section sites(AsFound found) {
        return section(
                "sites",
                "Which sites",
                List.of("These, and no others. A line about anything else is left behind unread: "
                        + String.join(
                                ", ", found.settings().catalogue().titles().values()) + "."));
    }

    private static Section what() {
        return section(
                "what",
                "What was looked at, and what was not",
                List.of(
                        "For each person who is in the staff directory: on which of these sites, in which quarter of an"
                                + " hour, and for about how long. The person stands there under a pseudonym that changes every"
                                + " week. Only working time counts, as your line manager’s protocol or the university’s has it:"
                                + " not lunch, evenings, leave and bank holidays, and not use that the protocol calls work.",
                        "Not stored, and so not to be looked at by anybody: which pages or videos, what was searched for or"
                                + " written, from which device or address, and any site that is not on the list.",
                        "Line managers get figures of their department in which nobody can be recognised. Small departments"
                                + " are told together with others."));
    }

    private static Section right(AsFound found) {
        Rule activity = found.settings().retention().rules().of(DataKind.ACTIVITY);
        List<Row> rows = new ArrayList<>();
        for (Source source : found.settings().sources()) {
            rows.add(Row.of(
                    source.name(),
                    source.sanction().regulation(),
                    source.sanction().dpia(),
                    source.sanction().from(),
                    source.sanction().to().minusDays(1)));
        }
        return section(
                "basis",
                "By what right",
                List.of(activity.basis() + "."),
                Table.of(
                        "notice-sanctions",
                        "What permits reading a log, and for which days",
                        List.of(
                                Column.text("source", "Log"),
                                Column.text("regulation", "Regulation"),
                                Column.text("dpia", "Impact assessment"),
                                Column.text("from", "First day"),
                                Column.text("to", "Last day")),
                        rows));
    }

    private static Section kept(AsFound found) {
        return section(
                "kept",
                "How long what is kept",
                List.of("When its time has come it is deleted, and the key of a week’s pseudonyms is destroyed: then"
                        + " nobody can tell any more whose anything was. An order of two people (a hold) can keep a week for"
                        + " longer, for a legal claim or an investigation, for a year at most."),
                Kept.table("notice-kept", found, true));
    }

    private static Section who(AsFound found, Published published) {
        People people = People.of(found, published);
        List<String> says = new ArrayList<>(List.of(
                "Nobody is named without a grant: a permission for one case, signed by at least two people of different"
                        + " roles, none of whom asked for it, is named in it, is of that department or runs the computers."
                        + " What comes of it is encrypted to one recipient, says “potential excessive use”, decides nothing"
                        + " and has to be reviewed with the person.",
                "IT operations run the program and see pseudonyms. Auditors see what was done, without names."));
        says.add(
                found.log().holds()
                        ? "Since the records begin, grants were used "
                                + Dpia.count(found, people, Kind.GRANT_INTENT) + " times, and "
                                + Dpia.count(found, people, Kind.GRANT_REFUSED)
                                + " attempts to use or hand one in were refused. (Small numbers are not told.)"
                        : "How often grants were used is not known: the audit log does not hold.");
        return section("who", "Who can see what", says);
    }

    private static Section ask(AsFound found) {
        ControllerSettings controller = found.settings().controller();
        return section(
                "ask",
                "What you can ask for",
                List.of(
                        "You can ask for everything that is held about you: a report with every row, who may have looked and"
                                + " why. It is made for you alone and encrypted to you. If something in it is wrong, you can"
                                + " contest it; you can object to the processing, and complain to the Information"
                                + " Commissioner.",
                        "Ask the data-protection officer: "
                                + controller
                                        .dataProtectionOfficer()
                                        .orElse("NOT SET (modicum.controller.data-protection-officer)")
                                + ". The controller is "
                                + controller.name().orElse("NOT SET (modicum.controller.name)") + ", "
                                + controller.contact().orElse("NOT SET (modicum.controller.contact)") + "."));
    }

    private static Section section(String id, String title, List<String> says, Table... tables) {
        return new Section(id, title, says, "", List.of(), List.of(), List.of(tables));
    }
}

package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.settings.Source;
import org.modicum.policy.grant.Authorisation;

/** The record of processing activities (UK GDPR Article 30(1)), from the settings. */
final class Article30 {
    private Article30() {}

    static Sheet of(AsFound found) {
        return new Sheet(
                "Record of processing",
                "The record of processing activities under UK GDPR Article 30(1), as far as the settings of this"
                        + " installation know it. What no program can know, the controller sets or adds.",
                "Written " + Words.time(found.now()) + " from the settings.",
                List.of(),
                null,
                List.of(who(found), why(found), what(found), toWhom(found), howLong(found), security(found)),
                Map.of(),
                "it is a record of processing, and names nobody.");
    }

    private static Section who(AsFound found) {
        return section(
                "controller", "Controller and data-protection officer — 30(1)(a)", List.of(), Controller.table(found));
    }

    private static Section why(AsFound found) {
        List<Row> rows = new ArrayList<>();
        for (Source source : found.settings().sources()) {
            rows.add(Row.of(
                    source.name(),
                    source.sanction().regulation(),
                    source.sanction().dpia(),
                    source.sanction().from(),
                    source.sanction().to()));
        }
        return section(
                "purposes",
                "Purposes — 30(1)(b)",
                List.of(
                        "To show to departments, once a week, how much time is spent on social media in working time,"
                                + " against the threshold that each line manager chose (paragraphs 22 and 23 of the policy on"
                                + " social media).",
                        "To look into potential excessive use or a potential breach of policy by a named person, when"
                                + " people who are neither IT operations nor of that department signed a grant for it"
                                + " (paragraph 24).",
                        "To tell a person what is held about them, when they ask (Article 15)."),
                Table.of(
                        "article-30-sources",
                        "Logs that are read, and what permits that",
                        List.of(
                                Column.text("source", "Log"),
                                Column.text("regulation", "Regulation"),
                                Column.text("dpia", "DPIA"),
                                Column.text("from", "From"),
                                Column.text("to", "First day without")),
                        rows));
    }

    private static Section what(AsFound found) {
        return section(
                "categories",
                "Categories of people and of data — 30(1)(c)",
                List.of(
                        "People: members of staff who are in the staff directory and use the web through the proxy."
                                + " Students, guests and lines without a user name are counted and dropped. Of those who"
                                + " sign grants and holds: user name, role, department, public key.",
                        "Data: for a pseudonym that changes every week, a social-media site and a quarter of an hour: which"
                                + " of its 60 slots of 15 seconds show evidence of use, the number of requests and bytes."
                                + " Never an address of a page, a search, a client address, a browser, or a site that is not"
                                + " social media. Working time, leave, department and roles are read from the staff directory"
                                + " and not stored. No special category of data is asked for; that somebody used a site can"
                                + " still tell something, which is why nobody is named without a grant."),
                Table.of(
                        "article-30-sites",
                        "The sites, and no others",
                        List.of(Column.text("site", "Site"), Column.text("name", "In files")),
                        found.settings().catalogue().titles().entrySet().stream()
                                .map(site -> Row.of(site.getValue(), site.getKey()))
                                .toList()));
    }

    private static Section toWhom(AsFound found) {
        Authorisation authorisation = found.settings().authorisation();
        return section(
                "recipients",
                "Recipients and transfers — 30(1)(d) and (e)",
                List.of("The program itself sends nothing to anybody: it writes files."),
                Table.of(
                        "article-30-recipients",
                        "Who can see what",
                        List.of(Column.text("who", "Who"), Column.text("what", "What")),
                        List.of(
                                Row.of(
                                        "Line managers, and whoever may read the reports",
                                        "summaries of departments, in" + " which nobody can be recognised"),
                                Row.of(
                                        "The recipient of a grant",
                                        "a sealed file about the people, weeks and sites of that grant. Grants are signed by"
                                                + " people of the roles "
                                                + String.join(
                                                        ", ",
                                                        authorisation.approvingRoles().stream()
                                                                .sorted()
                                                                .toList())),
                                Row.of("A person who asks", "a sealed report of what is held about them"),
                                Row.of(
                                        "Auditors and witnesses",
                                        "the audit log, certificates and this report, without names"),
                                Row.of(
                                        "IT operations",
                                        "the installation: pseudonyms and keys, on a machine that they run"),
                                Controller.row(
                                        "Transfers to other countries",
                                        found.settings().controller().transfers(),
                                        "transfers"))));
    }

    private static Section howLong(AsFound found) {
        return section(
                "limits",
                "Time limits — 30(1)(f)",
                List.of("Data is deleted by files and keys, verified by other code than deleted it, and certified."),
                Kept.table("article-30-limits", found, false));
    }

    private static Section security(AsFound found) {
        return section(
                "security",
                "Security — 30(1)(g), Article 32(1)",
                List.of(
                        "Pseudonyms are HMAC-SHA-256 under a key of the week; destroying the key ends every way back to a"
                                + " person. Keys lie outside the tables, readable by one account.",
                        "Releases rest on at least "
                                + found.settings().release().minimumGroup()
                                + " people, are rounded to "
                                + found.settings().release().roundTo()
                                + ", and are held against earlier ones. Sealed files are encrypted to their recipient (age,"
                                + " X25519).",
                        "Everything leaves an entry in a tamper-evident log (RFC 6962), before it can be seen. If the log"
                                + " is in doubt nothing is published. What is temporary is encrypted and emptied.",
                        "Grants, holds and standing rules are signed documents (DSSE, Ed25519) of two or more people of"
                                + " different roles, none of them IT operations. "
                                + Words.number(
                                        found.settings().authorisation().roots().size(), "root is", "roots are")
                                + " trusted here (two are needed)."));
    }

    private static Section section(String id, String title, List<String> says, Table... tables) {
        return new Section(id, title, says, "", List.of(), List.of(), List.of(tables));
    }
}

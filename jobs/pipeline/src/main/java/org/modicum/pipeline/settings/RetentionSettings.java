package org.modicum.pipeline.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.retention.CountedFrom;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Guards;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Rule;
import org.modicum.policy.retention.Rules;

/**
 * How long what is kept.
 *
 * @param rules one for every kind of data
 * @param guards what stops a deletion
 * @param holds the folder of signed holds
 * @param certificates the folder of certificates of deletion
 * @param standingRule the file of the signed order to delete every night
 */
public record RetentionSettings(Rules rules, Guards guards, Path holds, Path certificates, Path standingRule) {
    private static final int MOST_DAYS = 3660;

    /** Any day; what matters is how many follow it. */
    private static final LocalDate SAMPLE = LocalDate.of(2023, 1, 31);

    static Optional<RetentionSettings> read(Section section, Optional<IngestSettings> ingest) {
        Optional<Rules> rules =
                section.required("rules").flatMap(setting -> setting.section().flatMap(block -> rules(block, ingest)));
        Optional<Integer> newest = section.required("newest-days").flatMap(setting -> setting.whole(1, MOST_DAYS));
        Optional<Double> share = section.required("most-share").flatMap(RetentionSettings::share);
        Optional<Integer> allowed = section.required("allowed-days").flatMap(setting -> setting.whole(1, MOST_DAYS));
        Optional<Path> holds = section.required("holds").flatMap(Setting::path);
        Optional<Path> certificates = section.required("certificates").flatMap(Setting::path);
        Optional<Path> standing = section.required("standing-rule").flatMap(Setting::path);
        section.noOtherKeys();
        if (rules.isEmpty()
                || newest.isEmpty()
                || share.isEmpty()
                || allowed.isEmpty()
                || holds.isEmpty()
                || certificates.isEmpty()
                || standing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RetentionSettings(
                rules.get(),
                new Guards(newest.get(), share.get(), allowed.get()),
                holds.get(),
                certificates.get(),
                standing.get()));
    }

    private static Optional<Double> share(Setting setting) {
        Optional<Double> share = setting.share();
        share.filter(number -> number == 0)
                .ifPresent(zero -> setting.problem("is 0, so nothing could ever be deleted"));
        return share.filter(number -> number > 0);
    }

    private static Optional<Rules> rules(Section section, Optional<IngestSettings> ingest) {
        List<Rule> rules = new ArrayList<>();
        boolean wrong = false;
        for (DataKind kind : DataKind.values()) {
            Optional<Rule> rule = section.optional(kind.word())
                    .flatMap(setting -> setting.section().flatMap(block -> rule(kind, block)));
            rule.ifPresent(rules::add);
            wrong |= rule.isEmpty() && section.optional(kind.word()).isPresent();
        }
        section.noOtherKeys();
        if (wrong) {
            return Optional.empty();
        }
        try {
            Rules all = Rules.of(rules);
            ingest.ifPresent(settings -> checkLedger(section, all, settings));
            return Optional.of(all);
        } catch (IllegalArgumentException e) {
            section.setting().problem("are wrong: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Rule> rule(DataKind kind, Section section) {
        Optional<Keep> keep = section.required("keep").flatMap(setting -> setting.parsed(Keep::parse));
        Optional<CountedFrom> from =
                section.optional("from").flatMap(setting -> setting.parsed(RetentionSettings::from));
        Optional<String> owner = section.required("owner").flatMap(Setting::line);
        Optional<String> purpose = section.required("purpose").flatMap(Setting::line);
        Optional<String> basis = section.required("basis").flatMap(Setting::line);
        section.noOtherKeys();
        if (keep.isEmpty() || owner.isEmpty() || purpose.isEmpty() || basis.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rule(kind, owner.get(), purpose.get(), basis.get(), keep.get(), from));
        } catch (IllegalArgumentException e) {
            section.setting().problem("is wrong: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static CountedFrom from(String word) {
        for (CountedFrom from : CountedFrom.values()) {
            if (from.word().equals(word)) {
                return from;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no such day; there is day, week, made and end");
    }

    /** What is forgotten of a file that still lies there is read again; by then all its lines must be too old. */
    private static void checkLedger(Section section, Rules rules, IngestSettings ingest) {
        LocalDate forgotten = rules.due(DataKind.INGESTED_FILE, SAMPLE).orElseThrow();
        LocalDate tooOld = SAMPLE.atStartOfDay(ZoneOffset.UTC)
                .plus(ingest.maxAge())
                .plusDays(1)
                .toLocalDate();
        if (!forgotten.isAfter(tooOld)) {
            section.setting()
                    .problem("forget which files were read sooner than lines are too old to be read again;"
                            + " keep ingested_file for longer than ingest.max-age");
        }
    }
}

package org.modicum.pipeline.retain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.DueItem;
import org.modicum.policy.retention.KeptBack;
import org.modicum.policy.retention.Plan;

/**
 * A plan with what was looked at to make it.
 *
 * @param due for the guards
 * @param rows of every table that has any
 * @param withoutRule files that no rule covers
 * @param reviews sentences about holds that somebody should have reviewed
 * @param oldest what is held longest of each kind
 * @param copied what a hold would keep, had it not been copied aside for it
 */
record Planned(
        Plan plan,
        LocalDate today,
        List<DueItem> due,
        Map<DataKind, Long> rows,
        List<String> withoutRule,
        List<String> reviews,
        List<KeptBack> copied,
        Oldest oldest) {}

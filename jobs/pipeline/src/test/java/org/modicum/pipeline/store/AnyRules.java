package org.modicum.pipeline.store;

import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import org.modicum.policy.retention.CountedFrom;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Rule;
import org.modicum.policy.retention.Rules;

/** Rules for tests that are not about them. */
public final class AnyRules {
    private AnyRules() {}

    public static Rules rules() {
        return Rules.of(Arrays.stream(DataKind.values()).map(AnyRules::rule).toList());
    }

    private static Rule rule(DataKind kind) {
        Keep keep = kind.goesWith().isPresent()
                ? new Keep.With(kind.goesWith().get())
                : kind.from().isPresent()
                        ? new Keep.For(Period.ofDays(kind == DataKind.ACTIVITY ? 35 : 400))
                        : new Keep.InUse();
        Optional<CountedFrom> from = keep instanceof Keep.For ? kind.from() : Optional.empty();
        return new Rule(kind, "owner", "purpose", "basis", keep, from);
    }
}

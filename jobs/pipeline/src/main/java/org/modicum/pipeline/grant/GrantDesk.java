package org.modicum.pipeline.grant;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.GrantVerifier;
import org.modicum.policy.grant.HeldOnPaper;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.Refused;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.Verdict;
import org.modicum.policy.grant.VerifiedGrant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where grants are handed in and where permissions come from. It holds the log open, so that between counting the uses
 * and writing one more nobody else can do the same.
 *
 * <p>The moments it is given are those of the real clock, never a moment for which a run pretends to be: an expired
 * grant would hold again.
 */
public final class GrantDesk {
    private static final Logger LOG = LoggerFactory.getLogger(GrantDesk.class);
    private static final Refused UNREADABLE = new Refused(List.of(Refusal.RECORDS_UNREADABLE), Optional.empty());

    private final Settings settings;
    private final GrantLog log;
    private final String run;

    /**
     * @param log open for as long as the desk is in use
     * @param run what refusals and intents are logged under
     */
    public GrantDesk(Settings settings, GrantLog log, String run) {
        this.settings = settings;
        this.log = log;
        this.run = run;
    }

    /**
     * Takes a grant in: it is put into the folder once the log has its request and its signatures.
     *
     * @return where it is now
     * @throws ExitException if it does not hold; the refusal is in the log then
     */
    public Path handIn(byte[] envelope, Instant now) {
        VerifiedGrant grant = verified(envelope, now);
        log.append(GrantEntries.seen(log.timeOfNext(now), grant, log));
        return new GrantFolder(settings.grants()).putGrant(grant.grant().caseReference(), grant.digest(), envelope);
    }

    /**
     * Begins a use. It counts from now on, whatever becomes of it, and the grant is handed in if it was not.
     *
     * @return the permission, once the intent to use it is in the log
     * @throws ExitException if it does not hold; the refusal is in the log then
     */
    public VerifiedGrant begin(byte[] envelope, Instant now) {
        Verdict verdict = attempt(envelope, now);
        if (verdict instanceof Refused refused) {
            throw refusal(refused);
        }
        return (VerifiedGrant) verdict;
    }

    /**
     * As {@link #begin}, for whoever goes on with something else after a refusal.
     *
     * @return a permission whose intent is in the log, or a refusal that is
     */
    public Verdict attempt(byte[] envelope, Instant now) {
        Verdict verdict = verdictOnWhatIsLogged(envelope, now);
        if (verdict instanceof VerifiedGrant grant) {
            Instant time = log.timeOfNext(now);
            List<Entry> entries = new ArrayList<>(GrantEntries.seen(time, grant, log));
            entries.add(GrantEntries.intent(time, run, grant));
            log.append(entries);
            // Whom it is about can be told of it only as long as it is here.
            new GrantFolder(settings.grants()).putGrant(grant.grant().caseReference(), grant.digest(), envelope);
        } else {
            refuse(envelope, refused(verdict), now);
        }
        return verdict;
    }

    /** How a grant stands now, in a line without names. Nothing is logged, and no permission comes of it. */
    public String standing(byte[] envelope, Instant now) {
        Verdict verdict = verdict(envelope, now);
        if (verdict instanceof VerifiedGrant held) {
            return "holds until " + held.grant().notAfter() + ", used " + (held.use() - 1) + " of "
                    + held.grant().maxUses();
        }
        return verdict instanceof Refused refused
                ? "does not hold: "
                        + refused.reasons().stream().map(Refusal::name).collect(Collectors.joining(", "))
                : "cannot be checked in full";
    }

    /**
     * What a grant asks for and why it does not hold. No permission.
     *
     * @param grant if every signature under it held
     * @param reasons none if it holds
     */
    public record Standing(Optional<Signed<Grant>> grant, List<Refusal> reasons) {}

    /** How a grant stands now, for whoever decides whether to attempt a use. Nothing is logged. */
    public Standing look(byte[] envelope, Instant now) {
        Verdict verdict = verdict(envelope, now);
        if (verdict instanceof VerifiedGrant held) {
            return new Standing(Optional.of(new Signed<>(held.grant(), held.digest())), List.of());
        }
        return new Standing(refused(verdict).read(), refused(verdict).reasons());
    }

    /**
     * Refuses a grant that holds by itself, but not for what it was to be used for here.
     *
     * @return the refusal, which is in the log
     */
    public ExitException refuse(byte[] envelope, List<Refusal> reasons, Instant now) {
        Refused refused = new Refused(reasons, Optional.empty());
        refuse(envelope, refused, now);
        return refusal(refused);
    }

    private Verdict verdict(byte[] envelope, Instant now) {
        try {
            return GrantVerifier.verify(envelope, Installation.circumstances(settings, log, now));
        } catch (ExitException | SettingsException e) {
            return UNREADABLE; // whoever attempts a use is told why
        }
    }

    /** The same bytes are noticed and judged by. */
    private Verdict verdictOnWhatIsLogged(byte[] envelope, Instant now) {
        Circumstances circumstances;
        try {
            circumstances = Installation.circumstances(settings, log, now);
        } catch (ExitException | SettingsException e) {
            LOG.error(e.getMessage());
            return UNREADABLE;
        }
        new Publication(settings, log).notice(circumstances.registry(), circumstances.revocations(), now);
        return GrantVerifier.verify(envelope, circumstances);
    }

    private VerifiedGrant verified(byte[] envelope, Instant now) {
        Verdict verdict = verdictOnWhatIsLogged(envelope, now);
        if (verdict instanceof VerifiedGrant grant) {
            return grant;
        }
        Refused refused = refused(verdict);
        refuse(envelope, refused, now);
        throw refusal(refused);
    }

    private void refuse(byte[] envelope, Refused refused, Instant now) {
        log.append(List.of(GrantEntries.refused(log.timeOfNext(now), run, envelope, refused.reasons())));
    }

    private static Refused refused(Verdict verdict) {
        if (verdict instanceof Refused refused) {
            return refused;
        }
        throw new IllegalStateException("An installation knows everything, but " + ((HeldOnPaper) verdict).unchecked());
    }

    /** The refusal as the person at the terminal reads it. */
    public static ExitException refusal(Refused refused) {
        return new ExitException(
                ExitCode.NOT_PERMITTED,
                "Refused; nobody is named.\n"
                        + refused.reasons().stream()
                                .map(reason -> "  " + reason.name() + ": " + reason.sentence())
                                .collect(Collectors.joining("\n")));
    }
}

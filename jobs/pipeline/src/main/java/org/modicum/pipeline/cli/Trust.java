package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.settings.AuthorisationSettings;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.policy.grant.Authorisation;
import picocli.CommandLine.Option;

/** Whom to believe: this installation's settings, or public keys that somebody brought along. */
final class Trust {
    private static final Duration ANY_AGE = Duration.ofDays(36_500);

    @Option(
            names = "--roots",
            paramLabel = "KEY",
            description = {
                "Public key of a root: its .pub file or the line in it. Once for each root.",
                "With it no settings file is read, and the roles are those that Modicum comes with."
            })
    List<String> roots = List.of();

    @Option(names = "--registry", paramLabel = "FILE", description = "The registry (default: the installation's).")
    Path registry;

    @Option(
            names = "--revocations",
            paramLabel = "FILE",
            description = "The list of revocations (default: the installation's).")
    Path revocations;

    /** This installation, unless roots were given: then nothing of it is looked at. */
    Optional<Settings> site(Modicum modicum) {
        return roots.isEmpty() ? Optional.of(settings(modicum)) : Optional.empty();
    }

    Authorisation authorisation(Modicum modicum) {
        if (roots.size() == 1) {
            throw new ExitException(ExitCode.USAGE, "Two roots sign: give --roots twice, once for each.");
        }
        return known(modicum);
    }

    private Authorisation known(Modicum modicum) {
        if (roots.isEmpty()) {
            return settings(modicum).authorisation();
        }
        return AuthorisationSettings.shipped(
                roots.stream().map(KeyFile::readPublic).collect(Collectors.toSet()));
    }

    /** For going on from a list that nobody renewed in time. */
    Authorisation ofAnyAge(Modicum modicum) {
        Authorisation site = known(modicum);
        return new Authorisation(
                site.roots(), site.approvingRoles(), site.dataProtectionRole(), site.itRole(), ANY_AGE);
    }

    Optional<byte[]> registry(Modicum modicum) {
        return registry != null
                ? Optional.of(GrantFolder.read(registry))
                : folder(modicum).flatMap(GrantFolder::registry);
    }

    Optional<byte[]> revocations(Modicum modicum) {
        return revocations != null
                ? Optional.of(GrantFolder.read(revocations))
                : folder(modicum).flatMap(GrantFolder::revocations);
    }

    byte[] registryOrFail(Modicum modicum) {
        return registry(modicum)
                .orElseThrow(() -> new ExitException(
                        ExitCode.NO_INPUT,
                        roots.isEmpty()
                                ? "There is no registry of approvers yet. Name one with --registry FILE."
                                : "With --roots the registry of approvers is to be given, too: --registry FILE."));
    }

    private Optional<GrantFolder> folder(Modicum modicum) {
        return site(modicum).map(settings -> new GrantFolder(settings.grants()));
    }

    private static Settings settings(Modicum modicum) {
        try {
            return modicum.settings();
        } catch (SettingsException e) {
            throw new ExitException(
                    ExitCode.SETTINGS,
                    "This machine has no settings of Modicum, or they cannot be read. Say whom to trust: --roots KEY"
                            + " --roots KEY, with --registry FILE or --revocations FILE as this command needs them. Or"
                            + " mend: " + e.getMessage(),
                    e);
        }
    }
}

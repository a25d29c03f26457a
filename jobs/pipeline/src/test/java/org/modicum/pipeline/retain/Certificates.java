package org.modicum.pipeline.retain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.signature.Ed25519Key;

/** Certificates and notices as an auditor opens them, with the log's public key alone. */
final class Certificates {
    private Certificates() {}

    static String body(TestSite site, Path certificate) throws IOException {
        return body(site, certificate, PayloadType.CERTIFICATE);
    }

    static String body(TestSite site, Path file, PayloadType type) throws IOException {
        Ed25519Key key = new Ed25519Key(AuditFiles.key(site).bytes());
        return new String(
                Envelope.parse(Files.readAllBytes(file))
                        .open(type, List.of(key))
                        .body(),
                UTF_8);
    }
}

package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;

/** Proofs of certificates are proofs that were given out: the log must still continue what they are of. */
class CertificateProofsTest {
    @TempDir
    Path folder;

    @Test
    void aLogThatWasPutBackToBeforeACertificateIsNoticed() throws IOException {
        TestSite site = PastSite.in(folder).anew();
        Path before = folder.resolve("before");
        AuditFiles.copy(AuditFiles.folder(site), before);
        assertThat(PastSite.execute(site, PastSite.FIRST_WEEK_DUE).code()).isZero();
        assertThat(site.run("report").code()).isZero();

        AuditFiles.delete(AuditFiles.folder(site));
        AuditFiles.copy(before, AuditFiles.folder(site));
        TestSite.Outcome next = site.run("report");

        assertThat(AuditFiles.problems(site))
                .as("the older log by itself holds")
                .isEmpty();
        assertThat(next.code()).isEqualTo(77);
        assertThat(next.err()).contains("does not continue the checkpoint in", "certificates");
    }
}

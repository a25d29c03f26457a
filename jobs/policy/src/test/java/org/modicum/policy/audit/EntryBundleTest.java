package org.modicum.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Property(tries = 200)
    void entriesComeBackAsTheyWentIn(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) {
        assertThat(EntryBundle.parse(EntryBundle.encode(entries), entries.size()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(entries);
    }

    @Test
    void theLengthStandsBeforeTheEntryItsHigherByteFirst() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
        assertThat(EntryBundle.encode(List.of(new byte[] {7}))).containsExactly(0, 1, 7);
        byte[] bundle = EntryBundle.encode(List.of(longest));
        assertThat(bundle).startsWith(0xff, 0xff, 0).hasSize(2 + longest.length);
        assertThat(EntryBundle.parse(bundle, 1).get(0)).isEqualTo(longest);
    }

    @Test
    void anEntryThatIsTooLongIsRefused() {
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.LONGEST_ENTRY + 1])))
                .withMessageContaining("by their digest");
    }

    @Test
    void aBundleHas1To256Entries() {
        assertThatExceptionOfType(AuditException.class).isThrownBy(() -> EntryBundle.encode(List.of()));
        assertThatExceptionOfType(AuditException.class)
                .isThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[0])));
    }

    @Test
    void aBundleThatIsCutOffOrHasAnotherNumberOfEntriesIsRefused() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2, 3}, new byte[] {4}));
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatExceptionOfType(AuditException.class).isThrownBy(() -> EntryBundle.parse(cut, 2));
        }
        for (int width : new int[] {1, 3}) {
            assertThatExceptionOfType(AuditException.class).isThrownBy(() -> EntryBundle.parse(bundle, width));
        }
    }
}

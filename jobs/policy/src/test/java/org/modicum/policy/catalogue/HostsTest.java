package org.modicum.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "com.",
                ".com",
                "192.0.2.1",
                "[::1]",
                "2001:db8::1",
                "a..b",
                "-a.example",
                "a-.example",
                "exa mple.org",
                "",
                ".",
                "http://x.org",
                "x.org/",
                "x.org:80",
                "*.x.org",
                "x.org?",
                "0x7f.1"
            })
    void whatIsNoHostNameIsNotTaken(String written) {
        assertThat(Hosts.read(written)).isEmpty();
    }

    @Test
    void internationalisedNamesBecomeAscii() {
        assertThat(Hosts.read("M\u00fcnchen.Example.")).contains("xn--mnchen-3ya.example");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "registry-suffixes.csv", numLinesToSkip = 1)
    void aRegistrysSuffixIsToldFromAService(String host, boolean registry) {
        assertThat(Hosts.isRegistrySuffix(host)).isEqualTo(registry);
    }

    @Test
    void onlyAsciiLettersChangeCase() {
        assertThat(Hosts.normal("WWW.Example.ORG.")).isEqualTo("www.example.org");
        assertThat(Hosts.normal("\u212aelvin.example")).isEqualTo("\u212aelvin.example");
    }

    @Property
    void whatWasReadIsReadAgainAsItself(@ForAll String written) {
        Hosts.read(written).ifPresent(host -> assertThat(Hosts.read(host)).contains(host));
    }
}

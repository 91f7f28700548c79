package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address")
class PublicAddressTest {

    /** By way of the real fetch: whatever the spelling, nothing is connected to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // this machine
                "127.0.0.1",
                "127.0.0.2",
                "127.1.2.3",
                "127.255.255.255",
                "127.1",
                "127.0.1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "0177.0.0.1",
                "0177.0.01",
                "00000177.0.0.01",
                "127.0.0.1.",
                "0",
                "0.0.0.0",
                "0.1.2.3",
                "localhost",
                "localhost.",
                "LOCALHOST",
                "%6c%6f%63%61%6c%68%6f%73%74",
                "127%2e0%2e0%2e1",
                "１２７.０.０.１",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[0000:0000:0000:0000:0000:0000:0000:0001]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[::ffff:0:127.0.0.1]",
                // its network
                "10.0.0.1",
                "10.255.255.255",
                "167772161",
                "0x0a000001",
                "012.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.168.255.255",
                "3232235521",
                "0xc0a80001",
                "0300.0250.0.1",
                "192.168.1",
                "100.64.0.1",
                "100.127.255.255",
                "[::ffff:10.0.0.1]",
                "[::ffff:192.168.0.1]",
                "[::ffff:c0a8:1]",
                "[64:ff9b::10.0.0.1]",
                "[fc00::1]",
                "[fd00::1]",
                "[fdff:ffff:ffff::1]",
                "[fec0::1]",
                "[2002:a00:1::1]",
                "[2002:c0a8:1::]",
                "[2001:0:7f00:1::]",
                // what is near, and what clouds tell their machines
                "169.254.0.1",
                "169.254.169.254",
                "2852039166",
                "0xa9fea9fe",
                "0251.0376.0251.0376",
                "[::ffff:169.254.169.254]",
                "[::ffff:a9fe:a9fe]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[febf::1]",
                "[fd00:ec2::254]",
                "[fd20:ce::254]",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
                "[64:ff9b::a9fe:a9fe]",
                // for many, for nobody, for books
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "240.0.0.1",
                "[ff02::1]",
                "[ff0e::1]",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "[2001:db8::1]",
                "[3fff::1]",
                "[100::1]",
                "[64:ff9b:1::1]",
                "[5f00::1]",
                "[2001:10::1]"
            })
    void insideIsNeverFetchedFrom(String host) throws IOException {
        try (HostileServer here =
                HostileServer.on((_, out) -> HostileServer.write(out, "HTTP/1.1 200 OK\r\n\r\nhere"))) {
            assertThatThrownBy(() -> new CalendarFetch().fetch("http://" + host + ":" + here.port() + "/x.ics"))
                    .isInstanceOf(CalendarTrouble.class)
                    .hasMessageMatching(
                            "(?s).*(leads inside|no plain address|no such host|no address of a calendar).*");
            assertThat(here.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://person:secret@127.0.0.1:%d/",
                "http://8.8.8.8@127.0.0.1:%d/",
                "http://127.0.0.1:%d#@8.8.8.8/",
                "http://127.0.0.1:%d\\@8.8.8.8/"
            })
    void isNotHiddenBehindAnother(String address) throws IOException {
        try (HostileServer here =
                HostileServer.on((_, out) -> HostileServer.write(out, "HTTP/1.1 200 OK\r\n\r\nhere"))) {
            assertThatThrownBy(() -> new CalendarFetch().fetch(address.formatted(here.port())))
                    .hasMessageContaining("leads inside");
            assertThat(here.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2001:db7::1",
                "64:ff9b::8.8.8.8",
                "::ffff:8.8.8.8"
            })
    void outsideIsAllowedUpToTheVeryEdge(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void ofTheBooksIsNotTheWholeOfIPv4() {
        long inside = java.util.stream.IntStream.range(0, 1 << 16)
                .mapToObj(half -> "%d.%d.77.77".formatted(half >> 8, half & 255))
                .filter(address -> !PublicAddress.isPublic(InetAddress.ofLiteral(address)))
                .count();

        // 0, 10, 127 and 224 to 255 whole, and of 100, 169, 172, 192 and 198 a part
        assertThat(inside).isEqualTo(256 * (3 + 32) + 64 + 1 + 16 + 1 + 2);
    }
}

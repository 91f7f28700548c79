package dev.parley.calendar;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the open internet: not this machine, not its network, and not what clouds tell their machines. By the registries of IANA
 * for special-purpose addresses of IPv4 and IPv6.
 */
final class PublicAddress {

    private static final List<Range> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // what Azure tells its machines
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3", // multicast and everything after it
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16", // carries an address of IPv4
                    "3fff::/20")
            .map(Range::of)
            .toList();

    /** Of IPv6 only this is handed out. */
    private static final Range HANDED_OUT = Range.of("2000::/3");

    /** An address of IPv4 as networks without it see it. */
    private static final Range TRANSLATED = Range.of("64:ff9b::/96");

    private static final int IPV4 = 4;

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (TRANSLATED.has(bytes)) {
            bytes = Arrays.copyOfRange(bytes, 12, 16);
        }
        byte[] looked = bytes;
        return (looked.length == IPV4 || HANDED_OUT.has(looked))
                && INSIDE.stream().noneMatch(range -> range.has(looked));
    }

    /** Addresses that begin alike. */
    private record Range(byte[] start, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}

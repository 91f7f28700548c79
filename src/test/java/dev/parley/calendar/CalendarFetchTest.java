package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Fetching a calendar")
class CalendarFetchTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n";
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Allows the addresses of one server, and nothing else. */
    private static Predicate<InetSocketAddress> only(HostileServer server) {
        return address ->
                address.getAddress().getHostAddress().equals("127.0.0.1") && address.getPort() == server.port();
    }

    private static CalendarFetch fetchFrom(HostileServer server) {
        return new CalendarFetch(only(server), Dns.SYSTEM, LONG);
    }

    private static void calendar(OutputStream out) throws IOException {
        HostileServer.write(out, OK + "Content-Length: " + CALENDAR.length() + "\r\n\r\n" + CALENDAR);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void bringsItsBytes() throws IOException {
        try (HostileServer server = HostileServer.on((_, out) -> calendar(out))) {
            assertThat(fetchFrom(server).fetch(server.url("/private-secret/basic.ics")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(CALENDAR);
        }
    }

    @Test
    void unpacksThem() throws IOException {
        byte[] packed = packed(CALENDAR.getBytes(StandardCharsets.UTF_8));
        try (HostileServer server = HostileServer.on((_, out) -> {
            HostileServer.write(out, OK + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n");
            out.write(packed);
        })) {
            assertThat(fetchFrom(server).fetch(server.url("/")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(CALENDAR);
        }
    }

    /** A server that would answer in the open is not asked in the open. */
    @ParameterizedTest
    @ValueSource(strings = {"webcal:", "webcals:", "WebCal:", "https:"})
    void takesWebcalAsHttps(String scheme) throws IOException {
        try (HostileServer server = HostileServer.on((_, out) -> calendar(out))) {
            CalendarFetch fetch = new CalendarFetch(only(server), Dns.SYSTEM, SHORT);

            assertThatThrownBy(() -> fetch.fetch(server.url("/").replace("http:", scheme)))
                    .isInstanceOf(CalendarTrouble.class);
            assertThat(server.asked()).noneMatch(line -> line.contains("HTTP"));
        }
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws IOException {
        try (HostileServer server = HostileServer.on((path, out) -> {
            int left = Integer.parseInt(path.substring(1));
            if (left == 0) {
                calendar(out);
            } else {
                HostileServer.redirect(out, "/" + (left - 1));
            }
        })) {
            assertThat(fetchFrom(server).fetch(server.url("/3"))).hasSize(CALENDAR.length());
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/4")))
                    .hasMessage("127.0.0.1: leads on more than 3 times.");
        }
    }

    @Test
    void isNotLedInside() throws IOException {
        try (HostileServer inside = new HostileServer("127.0.0.2", (_, out) -> calendar(out));
                HostileServer server =
                        HostileServer.on((_, out) -> HostileServer.redirect(out, inside.url("/admin")))) {
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/calendar.ics")))
                    .isInstanceOf(CalendarTrouble.class)
                    .hasMessageContaining("leads inside");
            assertThat(server.asked()).hasSize(1);
            assertThat(inside.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/x",
                "gopher://127.0.0.1:70/_x",
                "jar:file:/x!/y",
                "data:,x",
                "http://",
                "http://[",
                ""
            })
    void isNotLedOutOfTheWeb(String to) throws IOException {
        try (HostileServer server = HostileServer.on((path, out) -> HostileServer.redirect(out, to))) {
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/")))
                    .isInstanceOf(CalendarTrouble.class)
                    .hasMessageMatching("127.0.0.1: leads on .*");
        }
    }

    @Test
    void isNotLedFromHttpsToHttp() throws CalendarTrouble {
        HttpUrl from = HttpUrl.get("https://calendar.example/a/b");

        assertThat(CalendarFetch.next(from, "../c")).hasToString("https://calendar.example/c");
        assertThat(CalendarFetch.next(from, "//other.example/c")).hasToString("https://other.example/c");
        assertThatThrownBy(() -> CalendarFetch.next(from, "http://calendar.example/c"))
                .hasMessage("calendar.example: leads on from https to http.");
    }

    /** A name that is harmless when it is asked about and leads inside when it is connected to: it is looked up once. */
    @Test
    void connectsToTheVeryAddressThatWasChecked() throws IOException {
        try (HostileServer server = HostileServer.on((_, out) -> calendar(out));
                HostileServer inside = new HostileServer("127.0.0.2", (_, out) -> calendar(out))) {
            Dns changing = changing("127.0.0.1", "127.0.0.2");
            CalendarFetch fetch = new CalendarFetch(only(server), changing, LONG);
            String url = "http://calendar.example:" + server.port() + "/";

            assertThat(fetch.fetch(url)).hasSize(CALENDAR.length());
            assertThatThrownBy(() -> fetch.fetch(url)).hasMessageContaining("calendar.example: it leads inside");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void checksANameAgainAtEachRedirect() throws IOException {
        try (HostileServer server = HostileServer.on((_, out) -> HostileServer.redirect(out, "/again"))) {
            CalendarFetch fetch = new CalendarFetch(only(server), changing("127.0.0.1", "127.0.0.2"), LONG);

            assertThatThrownBy(() -> fetch.fetch("http://calendar.example:" + server.port() + "/"))
                    .hasMessageContaining("leads inside");
            assertThat(server.asked()).hasSize(1);
        }
    }

    private static Dns changing(String... addresses) {
        Deque<String> next = new ArrayDeque<>(List.of(addresses));
        return _ -> List.of(InetAddress.ofLiteral(next.size() > 1 ? next.removeFirst() : next.getFirst()));
    }

    /** The secret address of a calendar gives all that ever was in it. */
    @Test
    void bringsWhatSomebodyHadInManyYears() throws IOException {
        StringBuilder events = new StringBuilder("BEGIN:VCALENDAR\r\n");
        LocalDate day = LocalDate.of(2006, 1, 1);
        for (int event = 0; event < 20_000; event++) {
            String date = DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(event / 3));
            events.append("BEGIN:VEVENT\r\nUID:").append(event).append("@calendar.example\r\n");
            events.append("DTSTART:")
                    .append(date)
                    .append("T090000Z\r\nDTEND:")
                    .append(date)
                    .append("T100000Z\r\n");
            events.append("SUMMARY:Coaching\r\nDESCRIPTION:")
                    .append("word ".repeat(60))
                    .append("\r\nEND:VEVENT\r\n");
        }
        byte[] calendar = events.append("END:VCALENDAR\r\n").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(calendar).hasSizeBetween(8 << 20, CalendarFetch.LARGEST);
        try (HostileServer server = HostileServer.on((_, out) -> {
            HostileServer.write(out, OK + "Content-Length: " + calendar.length + "\r\n\r\n");
            out.write(calendar);
        })) {
            Window window = new Window(LocalDate.of(2020, 3, 1), 60, ZoneId.of("Europe/Berlin"));
            Agenda agenda = Agenda.of(fetchFrom(server).fetch(server.url("/basic.ics")), window);

            assertThat(agenda.meetings()).hasSize(60 * 3);
            assertThat(agenda.troubles()).isEmpty();
        }
    }

    @Test
    void stopsWhereItNeverEnds() throws IOException {
        byte[] much = new byte[1 << 16];
        Arrays.fill(much, (byte) 'x');
        try (HostileServer server = HostileServer.on((_, out) -> {
            HostileServer.write(out, OK + "\r\n");
            while (true) {
                out.write(much);
            }
        })) {
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/")))
                    .hasMessage("127.0.0.1: the calendar is larger than 10 MiB.");
        }
    }

    @Test
    void stopsWhereItUnpacksToTooMuch() throws IOException {
        byte[] bomb = packed(new byte[64 << 20]);
        assertThat(bomb).hasSizeLessThan(CalendarFetch.LARGEST);
        try (HostileServer server = HostileServer.on((_, out) -> {
            HostileServer.write(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            out.write(bomb);
        })) {
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/")))
                    .hasMessageContaining("larger than 10 MiB");
        }
    }

    @Test
    void takesExactlyWhatIsAllowed() throws IOException {
        try (HostileServer server = HostileServer.on((path, out) -> {
            HostileServer.write(out, OK + "\r\n");
            out.write(new byte[Integer.parseInt(path.substring(1))]);
        })) {
            assertThat(fetchFrom(server).fetch(server.url("/" + CalendarFetch.LARGEST)))
                    .hasSize(CalendarFetch.LARGEST);
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/" + (CalendarFetch.LARGEST + 1))))
                    .hasMessageContaining("larger than");
        }
    }

    /** Each byte comes in time, but not all of them: in the body, in the headers, or none at all. */
    @ParameterizedTest
    @ValueSource(strings = {OK + "\r\nBEGIN:VCALENDAR", OK + "X-More: ", ""})
    void stopsWhereBytesDrip(String before) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (HostileServer server = HostileServer.on((_, out) -> {
            HostileServer.write(out, before);
            while (!over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                HostileServer.write(out, before.isEmpty() ? "" : "x");
            }
        })) {
            CalendarFetch fetch = new CalendarFetch(only(server), Dns.SYSTEM, SHORT);

            assertThatThrownBy(() -> fetch.fetch(server.url("/"))).hasMessage("127.0.0.1: took longer than 1 seconds.");
            over.countDown();
        }
    }

    /** The time is one for all redirects together. */
    @Test
    void stopsWhereRedirectsDrip() throws IOException {
        try (HostileServer server = HostileServer.on((_, out) -> {
            Thread.sleep(SHORT.toMillis() * 2 / 3);
            HostileServer.redirect(out, "/more");
        })) {
            CalendarFetch fetch = new CalendarFetch(only(server), Dns.SYSTEM, SHORT);

            assertThatThrownBy(() -> fetch.fetch(server.url("/"))).hasMessageContaining("took longer");
        }
    }

    @Test
    void stopsWhereANameIsNeverLookedUp() {
        CountDownLatch never = new CountDownLatch(1);
        Dns asleep = name -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(name);
        };
        CalendarFetch fetch = new CalendarFetch(_ -> false, asleep, SHORT);

        assertThatThrownBy(() -> fetch.fetch("https://calendar.example/x")).hasMessageContaining("took longer");
    }

    @Test
    void neverSaysTheSecretInAnAddress() throws IOException {
        try (HostileServer server =
                        HostileServer.on((_, out) -> HostileServer.write(out, "HTTP/1.1 404 Not Found\r\n\r\n"));
                HostileServer nonsense = HostileServer.on((_, out) -> HostileServer.write(out, "what?"))) {
            assertThatThrownBy(() -> fetchFrom(server).fetch(server.url("/private-s3cret/basic.ics?key=s3cret")))
                    .hasMessage("127.0.0.1: answered 404.")
                    .hasNoCause();
            assertThatThrownBy(() -> fetchFrom(nonsense).fetch(nonsense.url("/private-s3cret/basic.ics")))
                    .isInstanceOf(CalendarTrouble.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "calendar.ics",
                "file:///etc/passwd",
                "ftp://calendar.example/",
                "https://",
                "webcal://",
                "https://a b/"
            })
    void asksForAnAddress(String address) {
        assertThatThrownBy(() -> new CalendarFetch().fetch(address))
                .isInstanceOf(CalendarTrouble.class)
                .hasMessageContaining("no address of a calendar");
    }
}

package dev.parley.calendar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Fetches calendars from addresses that people give. Only from the open internet, by https or http; at most three redirects, each looked at
 * like the first address; at most ten mebibytes, counted after unpacking; at most ten seconds from the first look-up of a name to the last byte.
 */
public final class CalendarFetch {

    /** The largest calendar that is fetched, in bytes: what a busy person has in ten years and more. */
    public static final int LARGEST = 10 << 20;

    private static final Pattern PLAIN = Pattern.compile("(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}");
    private static final int MOST_REDIRECTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OkHttpClient template;
    private final Duration patience;

    /** Fetches from the open internet. */
    public CalendarFetch() {
        this(address -> PublicAddress.isPublic(address.getAddress()), Dns.SYSTEM, PATIENCE);
    }

    /**
     * Fetches from where it is allowed.
     *
     * @param allowed is asked about each address right before it is connected to
     * @param names looks names up
     * @param patience for a fetch with all its redirects
     */
    CalendarFetch(Predicate<InetSocketAddress> allowed, Dns names, Duration patience) {
        this.patience = patience;
        this.template = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(allowed))
                .dns(names)
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .fastFallback(false)
                .callTimeout(patience)
                .build();
    }

    /** Whether a text is an address to fetch from, and not the name of a file. */
    public static boolean isAddress(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http:")
                || start.startsWith("https:")
                || start.startsWith("webcal:")
                || start.startsWith("webcals:");
    }

    /**
     * Fetches a calendar.
     *
     * @param address http, https or webcal, which is https
     * @return its bytes, unpacked
     * @throws CalendarTrouble where it cannot be had, or may not
     */
    public byte[] fetch(String address) throws CalendarTrouble {
        HttpUrl url = HttpUrl.parse(address.strip().replaceFirst("(?i)^webcals?:", "https:"));
        if (url == null || !isAddress(address)) {
            throw new CalendarTrouble("That is no address of a calendar; it would begin with https:// or webcal://.");
        }
        OkHttpClient client = template.newBuilder().dispatcher(new Dispatcher()).build();
        FutureTask<byte[]> task = new FutureTask<>(() -> follow(client, url));
        Thread.ofVirtual().start(task); // looking up a name cannot be interrupted; it is left behind
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw tooSlow(url);
        } catch (ExecutionException failed) {
            throw because(url, requireNonNull(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CalendarTrouble(url.host() + ": the fetch was interrupted.");
        } finally {
            task.cancel(true);
            client.dispatcher().cancelAll();
        }
    }

    private CalendarTrouble tooSlow(HttpUrl url) {
        return new CalendarTrouble(url.host() + ": took longer than " + patience.toSeconds() + " seconds.");
    }

    private CalendarTrouble because(HttpUrl url, Throwable cause) {
        return switch (cause) {
            case CalendarTrouble trouble -> trouble;
            case GuardedSockets.Refused _ ->
                new CalendarTrouble(url.host() + ": it leads inside, to an address that is not on the open internet.");
            case InterruptedIOException _ -> tooSlow(url);
            case UnknownHostException _ -> new CalendarTrouble(url.host() + ": there is no such host.");
            case IOException _ ->
                new CalendarTrouble(
                        url.host() + ": could not be read (" + cause.getClass().getSimpleName() + ").");
            default -> throw new IllegalStateException(cause);
        };
    }

    private static byte[] follow(OkHttpClient client, HttpUrl first) throws IOException {
        HttpUrl url = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            refuseTwoMeanings(url.host());
            try (Response response = client.newCall(request(url)).execute()) {
                if (!response.isRedirect()) {
                    return body(response);
                }
                url = next(url, response.header("Location"));
            }
        }
        throw new CalendarTrouble(first.host() + ": leads on more than " + MOST_REDIRECTS + " times.");
    }

    /** "0177.0.0.1" is 127.0.0.1 to some and 177.0.0.1 to others; numbers are taken in their plain form only. */
    private static void refuseTwoMeanings(String host) throws CalendarTrouble {
        boolean numbers = host.chars().allMatch(sign -> sign == '.' || sign >= '0' && sign <= '9');
        if (numbers && !PLAIN.matcher(host).matches()) {
            throw new CalendarTrouble(host + ": is no plain address; it can be read in more than one way.");
        }
    }

    private static Request request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Accept", "text/calendar, */*;q=0.5")
                .header("User-Agent", "Parley")
                .build();
    }

    /** Where a redirect leads; never from what nobody can read to what all can. */
    static HttpUrl next(HttpUrl from, @Nullable String location) throws CalendarTrouble {
        HttpUrl to = location == null ? null : from.resolve(location);
        if (to == null) {
            throw new CalendarTrouble(from.host() + ": leads on to what is no address of the web.");
        }
        if (from.isHttps() && !to.isHttps()) {
            throw new CalendarTrouble(from.host() + ": leads on from https to http.");
        }
        return to;
    }

    private static byte[] body(Response response) throws IOException {
        String host = response.request().url().host();
        if (response.code() != 200) {
            throw new CalendarTrouble(host + ": answered " + response.code() + ".");
        }
        BufferedSource source = response.body().source();
        if (source.request(LARGEST + 1L)) {
            throw new CalendarTrouble(host + ": the calendar is larger than " + (LARGEST >> 20) + " MiB.");
        }
        return source.readByteArray();
    }
}

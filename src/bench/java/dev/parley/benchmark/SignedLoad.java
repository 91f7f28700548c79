package dev.parley.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slack as a sender of signed events over 64 connections: each sends its next event when the last is acknowledged. */
final class SignedLoad {
    private static final int CONNECTIONS = 64;

    /** One in three answers a question by its label; the others are filed by what they say. */
    private static final List<String> TEXTS = List.of(
            "A1: in class %d I would try the smallest thing first",
            "so true %d and I had not thought of it before",
            "with %d of us that is how we did it last year");

    private static final String EVENT = """
            {"token":"verification","team_id":"%1$s","context_team_id":"%1$s","context_enterprise_id":null,"api_app_id":"A1","event":{"type":"message",\
            "user":"%3$s","client_msg_id":"00000000-0000-4000-8000-%6$012d","ts":"%4$s","text":"%5$s","team":"%1$s","blocks":[{"type":"rich_text",\
            "block_id":"b%6$d","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"%5$s"}]}]}],"channel":"%2$s",\
            "event_ts":"%4$s","channel_type":"channel"},"type":"event_callback","event_id":"Ev%6$010d","event_time":%7$d,\
            "authorizations":[{"enterprise_id":null,"team_id":"%1$s","user_id":"U1","is_bot":true,"is_enterprise_install":false}],\
            "is_ext_shared_channel":false,"event_context":"4-%6$d"}""";

    private final int port;
    private final Mac mac;
    private final String team;
    private final String channel;
    private final List<String> people;
    private final AtomicInteger refused = new AtomicInteger();
    private int made;

    /**
     * How events were answered.
     *
     * @param nanos how long each took until it was acknowledged, sorted
     * @param refused how often one was refused, and sent again
     */
    record Answers(double perSecond, long[] nanos, int refused) {

        /** How long an answer takes that is slower than this part of all, in milliseconds. */
        double millis(double part) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(part * nanos.length))] / 1e6;
        }
    }

    SignedLoad(int port, String secret, String team, String channel, List<String> people) {
        this.port = port;
        this.team = team;
        this.channel = channel;
        this.people = people;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Makes events ready, sends them all, and returns when the last is acknowledged. What is refused is sent again at once. */
    Answers send(int count) throws InterruptedException {
        byte[][] requests = new byte[count][];
        Arrays.setAll(requests, _ -> request());
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        Thread[] threads = new Thread[CONNECTIONS];
        long begin = System.nanoTime();
        for (int at = 0; at < CONNECTIONS; at++) {
            threads[at] = Thread.ofPlatform().start(() -> sendAll(requests, nanos, next));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (Arrays.stream(nanos).anyMatch(one -> one == 0)) {
            throw new IllegalStateException("Not everything was acknowledged");
        }
        Arrays.sort(nanos);
        return new Answers(count / seconds, nanos, refused.getAndSet(0));
    }

    private void sendAll(byte[][] requests, long[] nanos, AtomicInteger next) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            for (int at = next.getAndIncrement(); at < requests.length; at = next.getAndIncrement()) {
                long begin = System.nanoTime();
                do {
                    socket.getOutputStream().write(requests[at]);
                } while (!isAcknowledged(answers));
                nanos[at] = System.nanoTime() - begin;
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private boolean isAcknowledged(InputStream answers) throws IOException {
        boolean acknowledged = line(answers).contains(" 200");
        if (!acknowledged) {
            refused.incrementAndGet();
        }
        readRest(answers);
        return acknowledged;
    }

    private static void readRest(InputStream answers) throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring("content-length:".length()).strip());
            }
            chunked |= low.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            do {
                length = Integer.parseInt(line(answers), 16);
                answers.skipNBytes(length);
                line(answers);
            } while (length > 0);
        } else {
            answers.skipNBytes(length);
        }
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = answers.read(); letter != '\n'; letter = answers.read()) {
            if (letter < 0) {
                throw new IOException("closed");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    private byte[] request() {
        long now = Instant.now().getEpochSecond();
        int number = made++;
        String ts = String.format("%d.%06d", now + number / 1_000_000, number % 1_000_000);
        String text = String.format(TEXTS.get(number % TEXTS.size()), number);
        String person = people.get(number % people.size());
        String body = String.format(EVENT, team, channel, person, ts, text, number, now);
        byte[] hash = mac.doFinal(("v0:" + now + ":" + body).getBytes(StandardCharsets.UTF_8));
        String head = "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nX-Slack-Request-Timestamp: " + now
                + "\r\nX-Slack-Signature: v0=" + HexFormat.of().formatHex(hash) + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}

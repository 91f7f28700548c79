package dev.parley.platform.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over loopback, with upgrades to WebSocket: small, quick, and able to misbehave (to break off, to be away and come back on the same
 * port), which a proper server would not let us do.
 */
public final class Wire implements AutoCloseable {

    /** Who answers. */
    public interface Service {
        Answer answer(Request request);

        /** Lives with a WebSocket until it is closed. */
        default void live(WebSocketLink link) throws IOException {
            link.breakOff();
        }
    }

    private static final int LARGEST_BODY = 64 << 20;
    private final Service service;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private int port;

    public Wire(Service service, int port) {
        this.service = service;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public synchronized void on() {
        if (listening != null) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            port = socket.getLocalPort();
            listening = socket;
            Thread.ofVirtual().name("local-server-" + port).start(() -> accept(socket));
        } catch (IOException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** Unreachable: nobody listens any more, and every connection breaks. */
    public synchronized void off() {
        if (listening != null) {
            quietly(listening);
            listening = null;
        }
        connections.forEach(Wire::reset);
    }

    @Override
    public void close() {
        off();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                if (socket.isClosed()) {
                    reset(connection);
                }
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                // the loop looks whether it was us
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 16_384);
            OutputStream out = connection.getOutputStream();
            while (true) {
                Request request = read(in);
                if (request == null) {
                    return;
                }
                if ("websocket".equalsIgnoreCase(request.header("upgrade"))) {
                    service.live(WebSocketLink.accept(request, connection, in, out));
                    return;
                }
                Answer answer = service.answer(request);
                if (answer.lost()) {
                    reset(connection);
                    return;
                }
                write(out, answer);
                if ("close".equalsIgnoreCase(request.header("connection"))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the other side, or we, broke off
        } finally {
            connections.remove(connection);
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ");
        if (parts.length != 3) {
            throw new IOException("not HTTP: " + first);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        return new Request(parts[0], path, query, headers, body(in, headers));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            if (size == null) {
                throw new EOFException();
            }
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            if (length == 0) {
                for (String trailer = line(in); trailer != null && !trailer.isEmpty(); ) {
                    trailer = line(in);
                }
                return body.toByteArray();
            }
            body.writeBytes(exactly(in, length));
            line(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        if (length > LARGEST_BODY) {
            throw new IOException("a body of " + length);
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return null;
    }

    private static void write(OutputStream out, Answer answer) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(answer.status() < 400 ? "OK" : "Refused")
                .append("\r\n");
        if (!answer.type().isEmpty()) {
            head.append("Content-Type: ").append(answer.type()).append("\r\n");
        }
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + answer.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(answer.body(), 0, whole, start.length, answer.body().length);
        out.write(whole);
        out.flush();
    }

    /** Breaks off without a farewell. */
    static void reset(Socket connection) {
        try {
            connection.setSoLinger(true, 0);
        } catch (IOException closed) {
            // all the better
        }
        quietly(connection);
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception closed) {
            // all the better
        }
    }
}

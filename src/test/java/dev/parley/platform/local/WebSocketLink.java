package dev.parley.platform.local;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a client: what it says, as text, and what it is told, compressed as one zlib stream where it asked for that. */
public final class WebSocketLink {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LARGEST = 1 << 20;

    private final Socket connection;
    private final InputStream in;
    private final OutputStream out;
    private final Map<String, String> parameters;
    private @Nullable Deflater deflater;
    private final byte[] squeezed = new byte[65_536];
    private final Frames frames = new Frames();
    private int closedWith = 1005;

    private WebSocketLink(Socket connection, InputStream in, OutputStream out, Map<String, String> parameters) {
        this.connection = connection;
        this.in = in;
        this.out = out;
        this.parameters = parameters;
    }

    static WebSocketLink accept(Request request, Socket connection, InputStream in, OutputStream out)
            throws IOException {
        String key = request.header("sec-websocket-key");
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key == null ? "" : key) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return new WebSocketLink(connection, in, out, request.parameters());
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the client asked for in the address: {@code v}, {@code encoding}, {@code compress}. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** How hard to squeeze what is sent, where the client wants it so: 0 (a valid stream that costs nothing) to 9. Before anything is sent. */
    public synchronized void squeezing(int level) {
        if ("zlib-stream".equals(parameters.get("compress"))) {
            deflater = new Deflater(level);
        }
    }

    /** The next text of the client; null when it has closed. */
    public @Nullable String read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int head = in.read();
            if (head < 0) {
                return null;
            }
            byte[] payload = payload();
            switch (head & 15) {
                case CLOSE -> {
                    closedWith = payload.length < 2 ? 1005 : (payload[0] & 255) << 8 | payload[1] & 255;
                    answerClose(payload);
                    return null;
                }
                case PING -> raw(PONG, payload);
                case PONG -> {}
                default -> {
                    message.writeBytes(payload);
                    if ((head & 128) != 0) {
                        return message.toString(StandardCharsets.UTF_8);
                    }
                }
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.read();
        int length = second & 127;
        if (length == 126) {
            length = number(2);
        } else if (length == 127) {
            length = number(8);
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame of " + length);
        }
        byte[] mask = (second & 128) == 0 ? new byte[4] : in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        if (payload.length < length || mask.length < 4) {
            throw new EOFException();
        }
        for (int index = 0; index < length; index++) {
            payload[index] ^= mask[index & 3];
        }
        return payload;
    }

    private int number(int bytes) throws IOException {
        long value = 0;
        for (int index = 0; index < bytes; index++) {
            value = value << 8 | in.read() & 255;
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** Sends texts, each a message of its own, in one go. */
    public synchronized void send(List<byte[]> texts) throws IOException {
        for (byte[] text : texts) {
            if (deflater == null) {
                frames.begin(TEXT, text.length);
                frames.write(text, 0, text.length);
            } else {
                squeeze(deflater, text);
            }
        }
        frames.writeTo(out);
        out.flush();
        frames.reset();
    }

    private void squeeze(Deflater stream, byte[] text) {
        stream.setInput(text);
        int length = stream.deflate(squeezed, 0, squeezed.length, Deflater.SYNC_FLUSH);
        if (length < squeezed.length) {
            frames.begin(BINARY, length);
            frames.write(squeezed, 0, length);
            return;
        }
        ByteArrayOutputStream large = new ByteArrayOutputStream(length * 4);
        while (length > 0) {
            large.write(squeezed, 0, length);
            length = stream.deflate(squeezed, 0, squeezed.length, Deflater.SYNC_FLUSH);
        }
        frames.begin(BINARY, large.size());
        frames.writeBytes(large.toByteArray());
    }

    /** Asks whether the client is still there; it answers by itself. */
    public void ping() throws IOException {
        raw(PING, new byte[0]);
    }

    /** Closes with a code and a reason. */
    public void close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[text.length + 2];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        try {
            raw(CLOSE, payload);
            connection.shutdownOutput();
        } catch (IOException gone) {
            breakOff();
        }
    }

    /** The code with which the client closed; 1005 where it gave none, or has not closed. */
    public int closedWith() {
        return closedWith;
    }

    /** Leaves a client that was told to go a moment to read why. */
    public void breakOffSoon() {
        try {
            connection.setSoTimeout(2_000);
            while (in.read() >= 0) {
                // until it has closed as well
            }
        } catch (IOException gone) {
            // it did not wait
        }
    }

    /** Breaks off without a farewell. */
    public void breakOff() {
        Wire.reset(connection);
    }

    private void answerClose(byte[] payload) {
        try {
            raw(CLOSE, payload);
        } catch (IOException gone) {
            // it did not wait
        }
    }

    private synchronized void raw(int kind, byte[] payload) throws IOException {
        frames.begin(kind, payload.length);
        frames.writeBytes(payload);
        frames.writeTo(out);
        out.flush();
        frames.reset();
    }

    /** Frames of a server, which are not masked, one after another. */
    private static final class Frames extends ByteArrayOutputStream {
        void begin(int kind, int length) {
            write(128 | kind);
            if (length < 126) {
                write(length);
            } else if (length < 65_536) {
                write(126);
                write(length >> 8);
                write(length);
            } else {
                write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    write(shift > 31 ? 0 : length >> shift);
                }
            }
        }
    }
}

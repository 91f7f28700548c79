package dev.parley.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers as badly as a test wants; it closes each connection after its answer. */
final class HostileServer implements AutoCloseable {

    /** Answers a request for a path. */
    interface Answer {
        void to(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Answer answer;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    HostileServer(String address, Answer answer) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
        this.answer = answer;
        Thread.ofVirtual().start(this::listen);
    }

    static HostileServer on(Answer answer) throws IOException {
        return new HostileServer("127.0.0.1", answer);
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = String.valueOf(in.readLine());
            asked.add(request);
            String line = request;
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            String[] words = request.split(" ");
            answer.to(words.length > 1 ? words[1] : "", socket.getOutputStream());
        } catch (IOException gone) {
            // whoever asked has had enough
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever connected, by the first line that came. */
    List<String> asked() {
        return asked;
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://" + listening.getInetAddress().getHostAddress() + ":" + port() + path;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static void redirect(OutputStream out, String to) throws IOException {
        write(out, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

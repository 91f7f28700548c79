package dev.parley.calendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that connect to allowed addresses only. It is asked about the very address that is connected to, whoever looked it up and from whatever
 * spelling: nothing can change between the question and the connection.
 */
final class GuardedSockets extends SocketFactory {

    private final Predicate<InetSocketAddress> allowed;

    GuardedSockets(Predicate<InetSocketAddress> allowed) {
        this.allowed = allowed;
    }

    /** An address was refused. */
    static final class Refused extends IOException {

        Refused() {
            super("not an address on the open internet");
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (!(to instanceof InetSocketAddress address) || address.isUnresolved() || !allowed.test(address)) {
                    throw new Refused();
                }
                super.connect(to, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(from, fromPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(from, fromPort), new InetSocketAddress(host, port));
    }

    private Socket connected(@Nullable SocketAddress from, InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(from);
            socket.connect(to, 0);
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}

package dev.parley.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/** However a socket is made, it connects nowhere without being asked. */
class GuardedSocketsTest {

    private interface Making {
        Socket by(SocketFactory sockets, InetAddress host, int port) throws IOException;
    }

    private static final List<Making> WAYS = List.of(
            (sockets, host, port) -> {
                Socket socket = sockets.createSocket();
                socket.connect(new InetSocketAddress(host, port));
                return socket;
            },
            SocketFactory::createSocket,
            (sockets, host, port) -> sockets.createSocket(host.getHostAddress(), port),
            (sockets, host, port) -> sockets.createSocket(host, port, host, 0),
            (sockets, host, port) -> sockets.createSocket(host.getHostAddress(), port, host, 0));

    @Test
    void everyWayToConnectIsGuarded() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (Making way : WAYS) {
                try (Socket open =
                        way.by(new GuardedSockets(_ -> true), server.getInetAddress(), server.getLocalPort())) {
                    assertThat(open.isConnected()).isTrue();
                }
                assertThatThrownBy(() -> way.by(
                                new GuardedSockets(address -> PublicAddress.isPublic(address.getAddress())),
                                server.getInetAddress(),
                                server.getLocalPort()))
                        .isInstanceOf(GuardedSockets.Refused.class);
            }
        }
    }
}

package dev.parley.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds the port to listen on before anything is started, so that an occupied one is said in one sentence. */
final class Ports {

    private Ports() {}

    /**
     * A port that is free.
     *
     * @param wanted 0 for any
     */
    static int choose(String bind, int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(bind))) {
            return socket.getLocalPort();
        } catch (IOException trouble) {
            throw new CannotStart("Port " + wanted + " on " + bind + " cannot be had (" + trouble.getMessage()
                    + "): stop what uses it, or set another one under site: port.");
        }
    }
}

package app.orchard.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final Set<Integer> GIVEN_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port nobody listens on, given out once by this process. It lies below those that systems take for outgoing
     * connections, so that none of these occupies it before it is used.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .filter(port -> !isTaken(port) && GIVEN_OUT.add(port))
                .findFirst()
                .orElseThrow();
    }

    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    static boolean isTaken(int port) {
        return !binds(new InetSocketAddress(port))
                || !binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

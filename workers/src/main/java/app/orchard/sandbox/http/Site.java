package app.orchard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One simulator's web server on the loopback address; paths under {@code /sandbox/} steer it and never fail. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;
    private final Faults faults;
    private final Journal journal;
    private final SandboxClock clock;
    private final Reply tooMany;

    static {
        // Without it small answers on a kept connection wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Site(HttpServer server, Routes routes, Faults faults, Journal journal, SandboxClock clock, Reply tooMany) {
        this.server = server;
        this.routes = routes;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
        this.tooMany = tooMany;
    }

    /**
     * @param port 0 for any free one
     * @param tooMany how this vendor answers a caller that is too fast
     * @throws java.net.BindException when the port is taken
     */
    public static Site open(int port, Routes routes, Faults faults, Journal journal, SandboxClock clock, Reply tooMany)
            throws IOException {
        // In a container of its own it must listen on more than the loopback address
        var listen = System.getenv().getOrDefault("ORCHARD_SANDBOX_LISTEN", "127.0.0.1");
        var address = new InetSocketAddress(InetAddress.getByName(listen), port);
        var site = new Site(HttpServer.create(address, 0), routes, faults, journal, clock, tooMany);
        site.server.setExecutor(site.threads);
        site.server.createContext("/", site::serve);
        site.server.start();
        return site;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        try (exchange) {
            if (request.path().startsWith("/sandbox/")) {
                send(exchange, routes.answer(request));
                return;
            }
            Optional<Fault> fault = faults.meeting(request);
            Optional<Reply> reply =
                    fault.isPresent() ? answerWith(fault.get(), request) : Optional.of(routes.answer(request));
            journal.add(clock.instant(), request, reply.map(Reply::status).orElse(0));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            } else {
                fault.ifPresent(Site::keepSilent);
            }
        } catch (RuntimeException e) {
            send(exchange, Reply.text(500, "text/plain", "The simulator failed: " + e));
        }
    }

    /** Empty when the connection closes without an answer. */
    private Optional<Reply> answerWith(Fault fault, Request request) throws IOException {
        return switch (fault.kind()) {
            case TOO_MANY -> Optional.of(tooMany);
            case SERVER_ERROR -> Optional.of(page(500, "Internal Server Error"));
            case BAD_GATEWAY -> Optional.of(page(502, "Bad Gateway"));
            case NO_DESCRIPTION -> Optional.of(Reply.text(400, "application/json", "{\"error\":{}}"));
            case MALFORMED_JSON -> Optional.of(routes.answer(request).cutInHalf());
            case SLOW -> {
                pause(fault.millis());
                yield Optional.of(routes.answer(request));
            }
            case TIMEOUT_BEFORE, DROP_BEFORE -> Optional.empty();
            case SERVER_ERROR_AFTER -> {
                routes.answer(request);
                yield Optional.of(page(500, "Internal Server Error"));
            }
            case TIMEOUT_AFTER, DROP_AFTER -> {
                routes.answer(request);
                yield Optional.empty();
            }
        };
    }

    /** A dropped connection is a silence of no length. */
    private static void keepSilent(Fault fault) {
        boolean dropped = fault.kind() == Fault.Kind.DROP_BEFORE || fault.kind() == Fault.Kind.DROP_AFTER;
        pause(dropped ? 0 : fault.millis());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reply page(int status, String title) {
        return Reply.html(status, "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        reply.headers().forEach(headers::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }
}

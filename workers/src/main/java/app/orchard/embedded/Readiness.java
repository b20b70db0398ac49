package app.orchard.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a part over HTTP whether it can be used. */
final class Readiness {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private Readiness() {}

    static boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws StartFailed when the process ends or the time is over first */
    static void await(Part part, URI address, Duration patience, Path log) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!answers(address)) {
            var process = part.process();
            if (process == null) {
                throw new StartFailed(part.title() + " was stopped while it started.");
            }
            if (process.ended(Duration.ofMillis(100))) {
                throw new StartFailed("%s did not start. %s".formatted(part.title(), Complaint.in(log)));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed("%s was not ready within %d s. %s"
                        .formatted(part.title(), patience.toSeconds(), Complaint.in(log)));
            }
        }
    }
}

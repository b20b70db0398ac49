package app.orchard.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks JSON with one server, as one caller.
 *
 * @param endures for how long a server that is away or unwell is asked again
 */
record Api(URI base, Map<String, String> headers, Duration endures) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Api at(URI base) {
        return new Api(base, Map.of("Accept", "application/json"), Duration.ZERO);
    }

    record Answer(int status, JsonNode json) {

        String type() {
            return json.path("type").asString("").replace("/problems/", "");
        }
    }

    Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more, endures);
    }

    /** The same, asking again and again. What it asks for must be such that asking twice does no harm. */
    Api enduring(Duration outages) {
        return new Api(base, headers, outages);
    }

    JsonNode get(String path) {
        return good("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return good("POST", path, body);
    }

    /** @throws Disappointment when the answer is not 2xx, with what the server says about it */
    private JsonNode good(String method, String path, @Nullable Object body) {
        Answer answer = ask(method, path, body);
        if (answer.status() / 100 != 2) {
            throw new Disappointment("%s %s answered %d: %s"
                    .formatted(
                            method,
                            path,
                            answer.status(),
                            answer.json().path("detail").asString("")));
        }
        return answer.json();
    }

    /** Logs in. @return the same with the cookie that comes back. @throws Disappointment when none does */
    Api loggedIn(String path, Object body) {
        HttpRequest request = request(path)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> with("Cookie", cookie.replaceFirst(";.*", "")))
                .orElseThrow(() -> new Disappointment("POST " + path + " answered " + answer.statusCode()));
    }

    /** Sends a file. @throws Disappointment when the answer is not 2xx */
    JsonNode upload(String path, String type, byte[] file) {
        HttpRequest request = request(path)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new Disappointment("POST " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response.body());
    }

    Answer ask(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path).timeout(PATIENCE);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()));
    }

    /** Posts as a browser's form does, without following where it leads. */
    HttpResponse<String> submit(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path)
                .timeout(PATIENCE)
                .setHeader("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return send(request, BodyHandlers.ofString());
    }

    /** An endless answer, line by line. To be closed. */
    Stream<String> lines(String path) {
        HttpRequest request =
                request(path).setHeader("Accept", "text/event-stream").build();
        HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new Disappointment("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    static JsonNode json(String text) {
        return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.createObjectNode();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        headers.forEach(request::setHeader);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        long deadline = System.nanoTime() + endures.toNanos();
        while (true) {
            try {
                HttpResponse<T> answer = sendOnce(request, handler);
                if (answer.statusCode() < 500 || System.nanoTime() > deadline) {
                    return answer;
                }
            } catch (Disappointment away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
            }
            Patience.pause(BETWEEN_TRIES);
        }
    }

    private static <T> HttpResponse<T> sendOnce(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new Disappointment(request.uri() + " cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Disappointment("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

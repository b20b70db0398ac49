package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The phone of Ravi, which says where he is. */
final class DriverPhone {

    private DriverPhone() {}

    /** Wherever the tour goes that this order is on board of. */
    static void isAt(RunningOrchard orchard, String order, String latitude, String longitude) {
        String tour = orchard.jdbc()
                .sql(
                        "select tour_id::text from delivery_stop where order_id = cast(? as uuid) and state = 'ON_THE_WAY'")
                .param(order)
                .query(String.class)
                .single();
        String body = "{\"positions\":[{\"latitude\":%s,\"longitude\":%s,\"accuracyMetres\":8,\"at\":\"%s\"}]}"
                .formatted(latitude, longitude, Instant.now());
        String login = Base64.getEncoder().encodeToString("ravi:orchard".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(orchard.uri().resolve("/api/staff/tours/" + tour + "/positions"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(204);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

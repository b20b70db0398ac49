package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Registering the addresses that are told. */
final class WebhookApi {
    private final Webhooks webhooks;

    WebhookApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void add(Routes routes, Access access, String tenant) {
        routes.on("POST", "/" + tenant + "/api/v2/webhookEndpoints", access.to("webhooks", this::register));
        routes.on(
                "GET",
                "/api/ext/v3/webhooks",
                access.to("webhooks", request -> Reply.json(200, Map.of("webhooks", webhooks.registered()))));
    }

    /** The body is an array of endpoints. */
    private Reply register(Request request) {
        List<Map<String, Object>> endpoints = Wire.objects(Json.any(request.text()));
        endpoints.forEach(endpoint -> webhooks.register(
                URI.create(Wire.text(endpoint, "url")),
                endpoint.get("eventTypes") instanceof List<?> types
                        ? types.stream().map(Objects::toString).toList()
                        : List.of()));
        return Reply.json(200, Map.of("ok", !endpoints.isEmpty(), "result", endpoints));
    }
}

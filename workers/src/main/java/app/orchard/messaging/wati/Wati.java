package app.orchard.messaging.wati;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the provider: version 3 to send templates, version 1 for histories and free text. Never repeats a request
 * by itself. Not paced: the caller keeps to the limits in {@link WatiSettings}.
 */
@Component
@EnableConfigurationProperties(WatiSettings.class)
public class Wati {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WatiSettings settings;
    private final OkHttpClient http;

    Wati(WatiSettings settings) {
        this.settings = settings;
        this.http = new OkHttpClient.Builder()
                .callTimeout(settings.timeout())
                .connectTimeout(settings.timeout().dividedBy(2))
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .eventListener(Departure.LISTENER)
                .build();
    }

    public boolean connected() {
        return settings.connected();
    }

    /** @param occasion a name for this sending in the provider's console */
    public SendAnswer send(String template, String occasion, List<Recipient> recipients) {
        var body = new LinkedHashMap<String, Object>();
        body.put("template_name", template);
        body.put("broadcast_name", occasion);
        body.put("recipients", recipients.stream().map(Wati::wire).toList());
        Departure departure = new Departure();
        Request request = to("/api/ext/v3/messageTemplates/send")
                .tag(Departure.class, departure)
                .post(RequestBody.create(MAPPER.writeValueAsBytes(body), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return SendReceipt.read(response, MAPPER, recipients);
        } catch (IOException | JacksonException e) {
            return departure.left()
                    ? new SendAnswer.Silence("The WhatsApp provider gave no usable answer.")
                    : new SendAnswer.Unreached("The WhatsApp provider cannot be reached.");
        }
    }

    /** What we sent to this phone lately, newest first; empty when the provider does not tell. */
    public Optional<List<HistoryEntry>> history(String phone) {
        HttpUrl url = HttpUrl.get(
                        settings.endpoint() + "/" + settings.tenant() + "/api/v1/getMessages/" + digits(phone))
                .newBuilder()
                .addQueryParameter("pageSize", "100")
                .addQueryParameter("pageNumber", "1")
                .build();
        try (Response response = http.newCall(authorized(url).build()).execute()) {
            return response.isSuccessful()
                    ? Optional.of(entries(MAPPER.readTree(response.body().byteStream())
                            .path("messages")
                            .path("items")))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Free text, possible within a day after the customer wrote. @return whether the provider took it */
    public boolean sendText(String phone, String text) {
        HttpUrl url = HttpUrl.get(
                        settings.endpoint() + "/" + settings.tenant() + "/api/v1/sendSessionMessage/" + digits(phone))
                .newBuilder()
                .addQueryParameter("messageText", text)
                .build();
        Request request = authorized(url).post(RequestBody.create(new byte[0])).build();
        try (Response response = http.newCall(request).execute()) {
            return response.isSuccessful()
                    && "success"
                            .equals(MAPPER.readTree(response.body().byteStream())
                                    .path("result")
                                    .asString(""));
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    private static Map<String, Object> wire(Recipient recipient) {
        return Map.of(
                "phone_number", digits(recipient.phone()),
                "local_message_id", recipient.localId(),
                "custom_params",
                        recipient.params().entrySet().stream()
                                .map(param -> Map.of("name", param.getKey(), "value", param.getValue()))
                                .toList());
    }

    private static List<HistoryEntry> entries(JsonNode items) {
        var entries = new ArrayList<HistoryEntry>();
        for (JsonNode item : items) {
            boolean ours = item.path("owner").asBoolean(false)
                    || item.path("eventType").asString("").equals("broadcastMessage");
            WireTime.of(item.path("created").asString(""))
                    .or(() -> WireTime.of(item.path("timestamp").asString("")))
                    .filter(at -> ours)
                    .ifPresent(at -> entries.add(new HistoryEntry(
                            item.path("id").asString(""),
                            item.path("finalText").asString(item.path("text").asString("")),
                            at,
                            item.path("statusString").asString(""))));
        }
        return entries;
    }

    private Request.Builder to(String path) {
        return authorized(HttpUrl.get(settings.endpoint() + path));
    }

    private Request.Builder authorized(HttpUrl url) {
        return new Request.Builder().url(url).header("Authorization", "Bearer " + settings.token());
    }

    private static String digits(String phone) {
        return phone.startsWith("+") ? phone.substring(1) : phone;
    }
}

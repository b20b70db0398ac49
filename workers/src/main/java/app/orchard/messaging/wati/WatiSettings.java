package app.orchard.messaging.wati;

import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our account with the provider.
 *
 * @param endpoint scheme and host, as {@code https://live-mt-server.wati.io}; empty: no messages are sent
 * @param tenant the number in the address of the older interface
 * @param token of the console, with or without the word Bearer in front
 * @param webhookToken the secret in the address that we give the provider for its news
 * @param sendsPerWindow what the plan allows: 30 requests in ten seconds on Growth, 60 on Pro, 100 on Business
 * @param readsPerWindow requests for histories in the same time
 * @param timeout for one whole call
 */
@ConfigurationProperties("orchard.wati")
public record WatiSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String tenant,
        @DefaultValue("") String token,
        @DefaultValue("") String webhookToken,
        @DefaultValue("30") int sendsPerWindow,
        @DefaultValue("10") int readsPerWindow,
        @DefaultValue("10s") Duration window,
        @DefaultValue("8s") Duration timeout) {

    private static final Pattern SCHEME_WORD = Pattern.compile("^(?i:bearer\\s+)+");

    public WatiSettings {
        endpoint = endpoint.strip().replaceAll("/+$", "");
        tenant = tenant.strip().replaceAll("^/+|/+$", "");
        token = SCHEME_WORD.matcher(token.strip()).replaceFirst("").strip();
        webhookToken = webhookToken.strip();
        if (!endpoint.isEmpty() && HttpUrl.parse(endpoint) == null) {
            throw new IllegalArgumentException("orchard.wati.endpoint is “" + endpoint
                    + "”, but must be a scheme and host such as https://live-mt-server.wati.io");
        }
    }

    public boolean connected() {
        return !endpoint.isEmpty();
    }

    /** The tokens stay out of logs. */
    @Override
    public String toString() {
        return "WatiSettings[" + endpoint + ", " + tenant + "]";
    }
}

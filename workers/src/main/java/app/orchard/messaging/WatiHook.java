package app.orchard.messaging;

import app.orchard.messaging.wati.WatiEvent;
import app.orchard.messaging.wati.WatiSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Where the WhatsApp provider tells its news. It signs nothing: the secret in the address is all there is. */
@Hidden
@RestController
class WatiHook {

    private static final Logger log = LoggerFactory.getLogger(WatiHook.class);
    private static final int LARGEST = 64 * 1024;

    /** Nobody repeats news for so long; whoever shows older ones has them from elsewhere. */
    private static final Duration OLDEST_NEWS = Duration.ofDays(8);

    private final WatiInbox inbox;
    private final MeterRegistry meters;
    private final Clock clock;
    private final byte[] token;

    WatiHook(WatiInbox inbox, WatiSettings settings, MeterRegistry meters, Clock clock) {
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
        this.token = settings.webhookToken().getBytes(StandardCharsets.UTF_8);
        if (settings.connected() && token.length == 0) {
            log.warn("Whether messages arrive is not heard: orchard.wati.webhook-token is not set.");
        }
    }

    @PostMapping("/hooks/wati/{token}")
    ResponseEntity<Void> receive(@PathVariable("token") String shown, HttpServletRequest request) throws IOException {
        if (token.length == 0 || !MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
            return answer("forged", HttpStatus.NOT_FOUND);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer("too-large", HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            return receive(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            // Told again it would not be any better.
            log.warn("The WhatsApp provider told something that is no JSON object ({} bytes)", body.length);
            return answer("unreadable", HttpStatus.OK);
        }
    }

    private ResponseEntity<Void> receive(String body) {
        Instant at = WatiEvent.parse(body).at();
        if (at != null && at.isBefore(clock.instant().minus(OLDEST_NEWS))) {
            return answer("stale", HttpStatus.GONE);
        }
        return answer(inbox.store(body) ? "kept" : "repeated", HttpStatus.OK);
    }

    private ResponseEntity<Void> answer(String outcome, HttpStatus status) {
        meters.counter("orchard.webhooks", "from", "wati", "outcome", outcome).increment();
        return ResponseEntity.status(status).build();
    }
}

package app.orchard.messaging;

import app.orchard.messaging.wati.WatiSettings;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/** Where the WhatsApp provider tells its news. It signs nothing: the secret in the address is all there is. */
@Hidden
@RestController
class WatiHook {

    private static final Logger log = LoggerFactory.getLogger(WatiHook.class);
    private static final int LARGEST = 64 * 1024;

    private final WatiInbox inbox;
    private final byte[] token;

    WatiHook(WatiInbox inbox, WatiSettings settings) {
        this.inbox = inbox;
        this.token = settings.webhookToken().getBytes(StandardCharsets.UTF_8);
        if (settings.connected() && token.length == 0) {
            log.warn("Whether messages arrive is not heard: orchard.wati.webhook-token is not set.");
        }
    }

    @PostMapping("/hooks/wati/{token}")
    @ResponseStatus(HttpStatus.OK)
    void receive(@PathVariable("token") String shown, HttpServletRequest request) throws IOException {
        if (token.length == 0 || !MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            inbox.store(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            // Told again it would not be any better.
            log.warn("The WhatsApp provider told something that is no JSON object ({} bytes)", body.length);
        }
    }
}

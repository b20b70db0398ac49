package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Handler;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Lets through who shows the token and is not too fast. */
final class Access {
    static final Reply TOO_MANY = Reply.json(429, Map.of("message", "API rate limit exceeded"));

    private final String token;
    private final RateLimit limit;
    private final Switches switches;

    Access(String token, RateLimit limit, Switches switches) {
        this.token = token;
        this.limit = limit;
        this.switches = switches;
    }

    /** @param kind which allowance it draws from: "send" or anything else */
    Handler to(String kind, Handler handler) {
        return request -> {
            if (!carriesToken(request) || switches.on("tokenRevoked")) {
                return Reply.text(401, "text/plain", "Unauthorized");
            }
            return limit.allows(kind) ? handler.handle(request) : tooMany();
        };
    }

    private Reply tooMany() {
        return switches.on("retryAfterHeader") ? TOO_MANY.with("Retry-After", "2") : TOO_MANY;
    }

    private boolean carriesToken(Request request) {
        byte[] shown = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}

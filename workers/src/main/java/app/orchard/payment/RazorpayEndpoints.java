package app.orchard.payment;

import app.orchard.payment.razorpay.GatewayEvent;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.OrderId;
import app.orchard.shared.OrderLinks;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the gateway reports: its server by webhook, its checkout through the customer's browser. */
@RestController
@Hidden
class RazorpayEndpoints {

    static final String WEBHOOK = "/hooks/razorpay";
    private static final int LARGEST_BODY = 64 * 1024;

    /** The gateway itself tells again for seven days at most; after that we have asked about everything. */
    private static final Duration OLDEST_NEWS = Duration.ofDays(8);

    private final RazorpayGateway gateway;
    private final WebhookInbox inbox;
    private final GatewayDesk desk;
    private final PaymentRepository payments;
    private final OrderLinks links;
    private final MeterRegistry meters;
    private final Clock clock;

    RazorpayEndpoints(
            RazorpayGateway gateway,
            WebhookInbox inbox,
            GatewayDesk desk,
            PaymentRepository payments,
            OrderLinks links,
            MeterRegistry meters,
            Clock clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.desk = desk;
        this.payments = payments;
        this.links = links;
        this.meters = meters;
        this.clock = clock;
    }

    /** Stored and answered at once; what it means is worked out afterwards. */
    @PostMapping(WEBHOOK)
    ResponseEntity<Void> webhook(
            HttpServletRequest request,
            @RequestHeader(name = "X-Razorpay-Signature", defaultValue = "") String signature,
            @RequestHeader(name = "x-razorpay-event-id", required = false) @Nullable String eventId)
            throws IOException {
        byte[] raw = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (raw.length > LARGEST_BODY) {
            return refuse("too-large", HttpStatus.CONTENT_TOO_LARGE);
        }
        String body = new String(raw, StandardCharsets.UTF_8);
        if (!gateway.isSigned(body, signature)) {
            return refuse("forged", HttpStatus.UNAUTHORIZED);
        }
        try {
            GatewayEvent event = gateway.read(body);
            if (event.at().filter(this::isStale).isPresent()) {
                return refuse("stale", HttpStatus.GONE);
            }
            boolean news = inbox.keep(eventId == null ? digest(raw) : eventId, event.name(), body);
            count(news ? "kept" : "repeated");
            return ResponseEntity.ok().build();
        } catch (IllegalArgumentException e) {
            return refuse("unreadable", HttpStatus.BAD_REQUEST);
        }
    }

    private boolean isStale(Instant at) {
        return at.isBefore(clock.instant().minus(OLDEST_NEWS));
    }

    private ResponseEntity<Void> refuse(String why, HttpStatus status) {
        count(why);
        return ResponseEntity.status(status).build();
    }

    private void count(String outcome) {
        meters.counter("orchard.webhooks", "from", "razorpay", "outcome", outcome)
                .increment();
    }

    @PostMapping(Payments.CALLBACK)
    ResponseEntity<String> callback(
            @RequestParam(name = "razorpay_payment_id", defaultValue = "") String paymentId,
            @RequestParam(name = "razorpay_order_id", defaultValue = "") String gatewayOrderId,
            @RequestParam(name = "razorpay_signature", defaultValue = "") String signature) {
        Optional<OrderId> order = payments.findByGatewayOrderId(gatewayOrderId)
                .filter(payment -> gateway.isSigned(gatewayOrderId, paymentId, signature))
                .map(Payment::order);
        if (order.isEmpty()) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("This does not come from the payment gateway. If you paid, your order's page shows it soon.");
        }
        desk.returned(paymentId, order.get());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(links.path(order.get())))
                .build();
    }

    /** For a notice without an id: the same text is the same notice. */
    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.orchard.storefront.api;

import app.orchard.inventory.StockLine;
import app.orchard.order.Carts;
import app.orchard.order.Quote;
import app.orchard.order.Quotes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.storefront.security.CouponGuesses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Quotes", description = "What an order costs; the prices hold for half an hour")
class QuoteController {

    private final Quotes quotes;
    private final Carts carts;
    private final CouponGuesses guesses;

    QuoteController(Quotes quotes, Carts carts, CouponGuesses guesses) {
        this.quotes = quotes;
        this.carts = carts;
        this.guesses = guesses;
    }

    @Schema(name = "QuoteRequest", description = "Either a cart or lines")
    record QuoteRequest(
            @NotNull UUID address,

            @Schema(description = "The time of delivery, which the fee may depend on") @Nullable
            UUID slot,

            @Size(max = 30) @Schema(description = "A coupon's code", example = "MANGO10") @Nullable
            String coupon,

            @Nullable UUID cart,
            @Size(max = WantedLine.MOST) @Nullable List<@Valid @NotNull WantedLine> lines) {}

    @Schema(name = "Quote")
    record QuoteResource(
            UUID id,
            UUID address,
            @Schema(example = "north") String zone,
            List<LineResource> lines,
            TotalsResource totals,
            @Schema(example = "Delivery is free from ₹999.") String feeReason,
            Instant expiresAt) {

        static QuoteResource of(Quote quote) {
            return new QuoteResource(
                    quote.id(),
                    quote.address(),
                    quote.zone(),
                    quote.lines().stream().map(LineResource::of).toList(),
                    TotalsResource.of(quote.totals()),
                    quote.feeReason(),
                    quote.expiresAt());
        }
    }

    @Operation(summary = "What a cart or some lines would cost at an address")
    @PostMapping("/api/quotes")
    @ResponseStatus(HttpStatus.CREATED)
    QuoteResource quote(
            @Valid @RequestBody QuoteRequest request,
            @AuthenticationPrincipal CustomerId customer,
            HttpServletRequest from) {
        Supplier<Quote> make =
                () -> quotes.make(customer, wanted(request), request.address(), request.slot(), request.coupon());
        return QuoteResource.of(request.coupon() == null ? make.get() : guesses.lookUp(from.getRemoteAddr(), make));
    }

    private List<StockLine> wanted(QuoteRequest request) {
        if (request.lines() != null && request.cart() == null) {
            return WantedLine.stock(request.lines());
        }
        if (request.cart() == null || request.lines() != null) {
            throw Refusal.invalid("what", "Please say what: a cart or lines.");
        }
        return carts.get(request.cart()).lines().stream()
                .map(line -> new StockLine(line.pack().id(), line.quantity()))
                .toList();
    }
}

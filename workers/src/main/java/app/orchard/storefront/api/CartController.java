package app.orchard.storefront.api;

import app.orchard.order.Cart;
import app.orchard.order.Carts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Carts", description = "Who knows the id of a cart may look into it and change it")
class CartController {

    private final Carts carts;

    CartController(Carts carts) {
        this.carts = carts;
    }

    @Schema(name = "Cart")
    record CartResource(
            UUID id,
            List<CartLine> lines,

            @Schema(description = "At today's prices, without delivery")
            Amount goods,

            @Schema(example = "3") int count) {

        static CartResource of(Cart cart) {
            return new CartResource(
                    cart.id(), cart.lines().stream().map(CartLine::of).toList(), Amount.of(cart.goods()), cart.count());
        }
    }

    @Schema(name = "CartLine")
    record CartLine(
            UUID variant,

            @Schema(example = "Alphonso, Box of 6, about 1.5 kg")
            String title,

            Amount unitPrice,
            @Schema(example = "2") int quantity,
            Amount total) {

        static CartLine of(Cart.Line line) {
            return new CartLine(
                    line.pack().id(),
                    line.pack().title(),
                    Amount.of(line.pack().price()),
                    line.quantity(),
                    Amount.of(line.total()));
        }
    }

    @Schema(name = "Quantity")
    record Quantity(
            @NotNull @Min(0) @Max(99) @Schema(description = "None removes the line", example = "2")
            Integer quantity) {}

    @Operation(summary = "A new, empty cart")
    @PostMapping("/api/carts")
    @ResponseStatus(HttpStatus.CREATED)
    CartResource create() {
        return CartResource.of(carts.create());
    }

    @Operation(summary = "A cart at today's prices")
    @GetMapping("/api/carts/{id}")
    CartResource cart(@PathVariable UUID id) {
        return CartResource.of(carts.get(id));
    }

    @Operation(summary = "Set how many of a pack are in the cart")
    @PutMapping("/api/carts/{id}/lines/{variant}")
    CartResource put(@PathVariable UUID id, @PathVariable UUID variant, @Valid @RequestBody Quantity wanted) {
        return CartResource.of(carts.put(id, variant, wanted.quantity()));
    }
}

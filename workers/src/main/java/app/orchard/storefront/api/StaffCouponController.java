package app.orchard.storefront.api;

import app.orchard.promotion.Coupon;
import app.orchard.promotion.Coupons;
import app.orchard.promotion.NewCoupon;
import app.orchard.shared.Money;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/coupons")
@Tag(name = "Staff: coupons", description = "Codes that take something off the price of goods")
class StaffCouponController {

    private final Coupons coupons;
    private final Clock clock;

    StaffCouponController(Coupons coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    @Schema(name = "NewCoupon", description = "A percentage, an amount, or both: then the amount is the most")
    record Wanted(
            @NotNull @Schema(example = "MANGO10") String code,

            @NotNull @Schema(description = "Customers read it", example = "10 % off, up to ₹200")
            String title,

            @Schema(example = "10") @Nullable Integer percent,

            @Schema(description = "In paise", example = "20000") @Nullable
            Long amount,

            @Schema(description = "What the goods must cost, in paise", example = "80000") @Nullable
            Long minGoods,

            @Schema(description = "The only zone it is for", example = "north") @Nullable
            String zone,

            @Schema(description = "The only product it is for", example = "alphonso") @Nullable
            String product,

            @Schema(description = "From now on, when absent") @Nullable
            Instant from,

            @Schema(description = "Without an end, when absent") @Nullable
            Instant until,

            @Schema(description = "How often at all; as often as anybody likes, when absent", example = "100") @Nullable
            Integer uses,

            @Schema(description = "How often each customer; once, when absent", example = "1") @Nullable
            Integer usesEach) {

        NewCoupon asCoupon(Instant now) {
            return new NewCoupon(
                    code,
                    title,
                    percent,
                    amount == null ? null : Money.of(amount),
                    minGoods == null ? Money.ZERO : Money.of(minGoods),
                    zone,
                    product,
                    from == null ? now : from,
                    until,
                    uses,
                    usesEach == null ? 1 : usesEach);
        }
    }

    @Schema(name = "Coupon")
    record CouponResource(
            @Schema(example = "MANGO10") String code,
            @Schema(example = "10 % off, up to ₹200") String title,
            @Schema(example = "10") @Nullable Integer percent,
            @Nullable Amount amount,
            Amount minGoods,
            @Schema(example = "north") @Nullable String zone,
            @Schema(example = "alphonso") @Nullable String product,
            Instant from,
            @Nullable Instant until,
            @Schema(example = "100") @Nullable Integer uses,
            @Schema(example = "1") int usesEach,

            @Schema(description = "Uses of orders that ended before they went out do not count", example = "12")
            int used) {

        static CouponResource of(Coupon coupon) {
            return new CouponResource(
                    coupon.code(),
                    coupon.title(),
                    coupon.percent(),
                    coupon.amount() == null ? null : Amount.of(coupon.amount()),
                    Amount.of(coupon.minGoods()),
                    coupon.zone(),
                    coupon.product(),
                    coupon.from(),
                    coupon.until(),
                    coupon.uses(),
                    coupon.usesEach(),
                    coupon.used());
        }
    }

    @Operation(summary = "All coupons, the newest first", description = "Founders.")
    @GetMapping
    List<CouponResource> all(@AuthenticationPrincipal Staff by) {
        return coupons.all(by).stream().map(CouponResource::of).toList();
    }

    @Operation(summary = "Make a coupon", description = "Founders.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CouponResource create(@Valid @RequestBody Wanted wanted, @AuthenticationPrincipal Staff by) {
        by.require(Role.FOUNDER);
        return CouponResource.of(coupons.create(wanted.asCoupon(clock.instant()), by));
    }

    @Operation(summary = "End a coupon now", description = "Founders. Orders that used it keep their discount.")
    @PostMapping("/{code}/end")
    CouponResource end(@PathVariable String code, @AuthenticationPrincipal Staff by) {
        return CouponResource.of(coupons.end(code, by));
    }
}

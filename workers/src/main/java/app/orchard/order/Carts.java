package app.orchard.order;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts, kept until they become an order. */
@Service
@Transactional
public class Carts {

    private static final int MOST_OF_ONE = 99;
    private static final int MOST_LINES = 50;

    private record Row(UUID variantId, int quantity) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Clock clock;

    Carts(JdbcClient jdbc, Catalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    public Cart create() {
        // Random rather than time-ordered: the id is what protects it
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into cart (id, updated_at) values (?, ?)")
                .params(id, Timestamp.from(clock.instant()))
                .update();
        return new Cart(id, List.of(), null);
    }

    /** @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Cart get(UUID id) {
        record Kept(@Nullable String coupon) {}
        Kept kept = jdbc.sql("select coupon from cart where id = ?")
                .param(id)
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("cart"));
        List<Row> rows = jdbc.sql("select variant_id, quantity from cart_line where cart_id = ? order by variant_id")
                .param(id)
                .query(Row.class)
                .list();
        Map<UUID, Pack> packs = catalog.packs(rows.stream().map(Row::variantId).toList());
        return new Cart(
                id,
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(packs.get(row.variantId()))
                                .map(pack -> new Cart.Line(pack, row.quantity())))
                        .toList(),
                kept.coupon());
    }

    /** @param code of a coupon, normalised; null takes it away */
    public void useCoupon(UUID id, @Nullable String code) {
        jdbc.sql("update cart set coupon = ?, updated_at = ? where id = ?")
                .param(code)
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /**
     * Sets how many of a pack are in the cart; none removes it.
     *
     * @throws Refusal INVALID {@code bad-quantity}, NOT_FOUND for a cart or a pack that is not on sale
     */
    public Cart put(UUID id, UUID variant, int quantity) {
        if (quantity < 0 || quantity > MOST_OF_ONE) {
            throw Refusal.invalid("bad-quantity", "Please choose between 1 and 99.");
        }
        Cart cart = get(id);
        if (!catalog.packs(List.of(variant)).containsKey(variant)) {
            throw Refusal.notFound("pack");
        }
        if (quantity == 0) {
            remove(id, variant);
        } else {
            refuseTooManyLines(cart, variant);
            store(id, variant, quantity);
        }
        return get(id);
    }

    public void empty(UUID id) {
        jdbc.sql("delete from cart_line where cart_id = ?").param(id).update();
        useCoupon(id, null);
    }

    /** What the customer left in another browser joins this cart; this cart is theirs from now on. */
    public void adopt(UUID id, CustomerId customer) {
        jdbc.sql("""
                insert into cart_line (cart_id, variant_id, quantity)
                select ?, l.variant_id, l.quantity from cart_line l join cart c on c.id = l.cart_id
                where c.customer_id = ? and c.id <> ? on conflict do nothing""").params(id, customer.value(), id).update();
        jdbc.sql("""
                update cart set coupon = coalesce(coupon,
                  (select c.coupon from cart c where c.customer_id = ? and c.id <> ?)) where id = ?""").params(customer.value(), id, id).update();
        jdbc.sql("delete from cart where customer_id = ? and id <> ?")
                .params(customer.value(), id)
                .update();
        jdbc.sql("update cart set customer_id = ? where id = ?")
                .params(customer.value(), id)
                .update();
    }

    private void remove(UUID id, UUID variant) {
        jdbc.sql("delete from cart_line where cart_id = ? and variant_id = ?")
                .params(id, variant)
                .update();
    }

    private void store(UUID id, UUID variant, int quantity) {
        jdbc.sql("""
                insert into cart_line (cart_id, variant_id, quantity) values (?, ?, ?)
                on conflict (cart_id, variant_id) do update set quantity = excluded.quantity""").params(id, variant, quantity).update();
        jdbc.sql("update cart set updated_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static void refuseTooManyLines(Cart cart, UUID variant) {
        boolean isNew = cart.lines().stream().noneMatch(line -> line.pack().id().equals(variant));
        if (isNew && cart.lines().size() >= MOST_LINES) {
            throw Refusal.conflict("cart-full", "A cart takes 50 different packs. Please place this order first.");
        }
    }
}

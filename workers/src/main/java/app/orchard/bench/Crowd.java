package app.orchard.bench;

import app.orchard.customer.Addresses;
import app.orchard.customer.NewAddress;
import app.orchard.inventory.Location;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockLine;
import app.orchard.order.Quotes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.slots.Load;
import app.orchard.slots.Slots;
import app.orchard.staff.StaffAccounts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers who have chosen goods and a time and are about to press the button; with room and stock for all of them. */
final class Crowd {

    /** @param token proves their log in */
    record Shopper(CustomerId id, String token, UUID quote, HoldId hold) {}

    private static final int PLACES = 100_000;
    private static final int PACKS = 9_000;
    private static final int LINES = 3;

    private final Subject subject;
    private final JdbcClient jdbc;
    private final List<StockLine> basket;
    private final UUID apartment;
    private final UUID slot;

    Crowd(Subject subject) {
        this.subject = subject;
        this.jdbc = subject.jdbc();
        // Together below what a new customer may pay in cash
        List<UUID> variants = jdbc.sql("select id from variant order by price, sku limit ?")
                .param(LINES)
                .query(UUID.class)
                .list();
        this.basket =
                variants.stream().map(variant -> new StockLine(variant, 1)).toList();
        subject.bean(StockKeeping.class)
                .receive(
                        Location.STORE,
                        variants.stream()
                                .map(variant -> new Receipt(
                                        variant, PACKS, UUID.randomUUID().toString(), null))
                                .toList(),
                        UUID.randomUUID().toString(),
                        subject.bean(StaffAccounts.class).byLogin("founder").orElseThrow());
        this.apartment = jdbc.sql("select a.id from apartment a order by name limit 1")
                .query(UUID.class)
                .single();
        this.slot = openSlot(jdbc, PLACES);
    }

    /** A slot of its own with room for so many, around noon and so at the usual fee, in the first apartment's zone. */
    static UUID openSlot(JdbcClient jdbc, int capacity) {
        UUID slot = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
                select ?, zone_id, at, at + interval '2 hours', at - interval '1 hour', ?
                from (select zone_id, date_trunc('day', now()) + interval '54 hours 30 minutes' + random() * interval '3 hours' as at
                      from apartment order by name limit 1) a""").params(slot, capacity).update();
        return slot;
    }

    List<Shopper> of(int size) {
        int first =
                jdbc.sql("select count(*) from customer").query(Integer.class).single();
        Shopper[] shoppers = new Shopper[size];
        Rounds.perSecond(
                8,
                IntStream.range(0, size)
                        .<Callable<Void>>mapToObj(n -> () -> {
                            shoppers[n] = arrive(first + n);
                            return null;
                        })
                        .toList());
        return List.of(shoppers);
    }

    private Shopper arrive(int number) {
        CustomerId id = CustomerId.next();
        String token = "bench-" + UUID.randomUUID();
        jdbc.sql("insert into customer (id, phone, created_at) values (?, ?, now())")
                .params(id.value(), "+9180%08d".formatted(number))
                .update();
        jdbc.sql("""
                insert into customer_session (token_hash, customer_id, created_at, expires_at)
                values (encode(sha256(?::bytea), 'hex'), ?, now(), now() + interval '1 day')""").params(token, id.value()).update();
        UUID address = subject.bean(Addresses.class)
                .add(id, NewAddress.in(apartment, "A", Integer.toString(number), ""))
                .id();
        UUID quote =
                subject.bean(Quotes.class).make(id, basket, address, slot, null).id();
        HoldId hold = subject.bean(Slots.class).hold(slot, id, Load.STOP).id();
        return new Shopper(id, token, quote, hold);
    }
}

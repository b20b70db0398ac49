package app.orchard.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that were delivered in the past, with what each leaves behind in the tables. */
final class History {

    private static final List<String> STATEMENTS = List.of(
            """
            create unlogged table past as
            select gen_random_uuid() as id, gen_random_uuid() as hold, n, now() - n * interval '7 minutes' as at,
                   (select array_agg(id) from customer)[1 + n % (select count(*) from customer)] as customer,
                   (select array_agg(id) from apartment)[1 + n % (select count(*) from apartment)] as apartment,
                   (select array_agg(id order by sku) from variant) as variants
            from generate_series(1, ORDERS) n""",
            """
            insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
            select gen_random_uuid(), zone_id, at, at + interval '2 hours', at - interval '2 hours', 1000000
            from (select distinct zone_id, date_trunc('day', at) + interval '30 minutes' as at
                  from past join apartment a on a.id = past.apartment) days
            on conflict do nothing""", """
            create unlogged table past_slot as
            select past.id, s.id as slot, s.starts_at, s.ends_at, a.name, z.code
            from past join apartment a on a.id = past.apartment join zone z on z.id = a.zone_id
            join delivery_slot s on s.zone_id = z.id and s.starts_at = date_trunc('day', past.at) + interval '30 minutes'""", """
            insert into slot_hold (id, slot_id, customer_id, state, stops, kitchen_minutes, expires_at, created_at)
            select hold, slot, customer, 'BOOKED', 1, 0, at, at from past join past_slot using (id)""", """
            update delivery_slot s set booked = booked + h.places
            from (select slot_id, count(*) as places from slot_hold group by slot_id) h
            where h.slot_id = s.id and s.starts_at < now()""", """
            insert into sales_order (id, number, channel, customer_id, address_line, apartment, apartment_id, zone,
              location, slot_id, booking_id, status, payment_method, goods, discount, fee, tax, total, request_key,
              request_hash, placed_at, slot_starts_at, slot_ends_at)
            select id, nextval('order_number'), 'ONLINE', customer, 'Flat ' || n, name, apartment, code, 'store', slot,
              hold, 'DELIVERED', 'CASH', 60000, 0, 0, 0, 60000, id::text, '', at, starts_at, ends_at
            from past join past_slot using (id)""", """
            insert into order_line (order_id, position, variant_id, title, unit_price, quantity, discount, tax, total)
            select id, p, variants[1 + (n + p) % array_length(variants, 1)], 'Pack', 30000, 1, 0, 0, 30000
            from past, generate_series(0, 1) p""", """
            insert into payment (order_id, customer_id, order_number, method, state, amount, captured, created_at)
            select id, customer, 'M-' || n, 'CASH', 'CAPTURED', 60000, 60000, at from past""", """
            insert into payment_capture (id, order_id, method, amount, through_gateway, late, collected_by, captured_at)
            select 'past-' || n, id, 'cash', 60000, false, false, 'ravi', at from past""", """
            insert into order_event (order_id, at, kind, actor, sentence)
            select id, at, kind, 'Orchard', kind || '.' from past,
              unnest(array['placed', 'confirmed', 'preparing', 'packed', 'dispatched', 'delivered']) kind""", """
            insert into outbox (ordering_key, kind, command, variables, created_at, next_attempt_at, sent_at)
            select id::text, 'Publish', '{}', '{}', at, at, greatest(at, now() - interval '6 days')
            from past, generate_series(1, 4) p""", """
            insert into process_instance (key, process, definition_key, version, order_id, state, started_at, ended_at)
            select -3 * n - p, (array['order', 'delivery'])[p], 1, 1, id, 'COMPLETED', at, at
            from past, generate_series(1, 2) p""", """
            insert into element_position (key, instance_key, element, type, state, entered_at, left_at)
            select -20::bigint * n - e, -3 * n - 1, 'element_' || e, 'SERVICE_TASK', 'COMPLETED', at, at
            from past, generate_series(1, 15) e""", """
            insert into flow_taken (instance_key, flow, taken_at)
            select -3 * n - 1, 'flow_' || f, at from past, generate_series(1, 12) f""", "drop table past, past_slot", "analyze");

    private History() {}

    static void write(JdbcClient jdbc, int orders) {
        jdbc.sql("""
                insert into customer (id, phone, created_at)
                select gen_random_uuid(), '+9170' || lpad(n::text, 8, '0'), now() from generate_series(1, ?) n""").param(Math.max(20, orders / 20)).update();
        STATEMENTS.forEach(statement ->
                jdbc.sql(statement.replace("ORDERS", Integer.toString(orders))).update());
    }
}

package app.orchard.order;

import app.orchard.shared.Sheet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders as comma-separated values, in rupees and the business's time. */
final class OrderSheet {

    private static final List<String> COLUMNS = List.of(
            "number",
            "placed_at",
            "channel",
            "status",
            "late",
            "payment",
            "total",
            "customer",
            "apartment",
            "zone",
            "slot_from",
            "slot_until");

    private OrderSheet() {}

    static String of(List<OrderRow> orders, ZoneId zone) {
        return Sheet.of(
                COLUMNS, orders.stream().map(order -> cells(order, zone)).toList());
    }

    private static List<String> cells(OrderRow order, ZoneId zone) {
        return List.of(
                order.number(),
                local(order.placedAt(), zone),
                order.channel().wireName(),
                order.status().name().toLowerCase(Locale.ROOT),
                String.valueOf(order.late()),
                order.paymentMethod().name().toLowerCase(Locale.ROOT),
                Sheet.rupees(order.total()),
                Sheet.text(order.customer()),
                Sheet.text(order.apartment()),
                Sheet.text(order.zone()),
                local(order.slotStartsAt(), zone),
                local(order.slotEndsAt(), zone));
    }

    private static String local(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}

package app.orchard.console.orders;

import app.orchard.order.Channel;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import app.orchard.payment.PaymentMethod;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the orders list as it stands in the page's address. Free text does not: it may be somebody's name or
 * phone number, and addresses are written down in many places.
 */
public final class OrderSearch {

    private static final String STATUS = "status";
    private static final String SLOT = "slot";
    private static final String APARTMENT = "apartment";
    private static final String ZONE = "zone";
    private static final String CHANNEL = "channel";
    private static final String PAYMENT = "payment";
    private static final String PRODUCT = "product";
    private static final String CUSTOMER = "customer";
    private static final String DAY = "day";

    private OrderSearch() {}

    /** What the address says; parts of it that make no sense do not filter. */
    public static OrderFilter read(QueryParameters address) {
        return new OrderFilter(
                statuses(address.getSingleParameter(STATUS).orElse("")),
                id(address.getSingleParameter(SLOT)),
                id(address.getSingleParameter(APARTMENT)),
                address.getSingleParameter(ZONE).filter(zone -> !zone.isBlank()).orElse(null),
                constant(Channel.values(), address.getSingleParameter(CHANNEL)),
                constant(PaymentMethod.values(), address.getSingleParameter(PAYMENT)),
                id(address.getSingleParameter(PRODUCT)),
                id(address.getSingleParameter(CUSTOMER)),
                day(address.getSingleParameter(DAY)),
                "");
    }

    public static QueryParameters write(OrderFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!filter.statuses().isEmpty()) {
            parameters.put(
                    STATUS, filter.statuses().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        }
        put(parameters, SLOT, filter.slot());
        put(parameters, APARTMENT, filter.apartment());
        put(parameters, ZONE, filter.zone());
        put(parameters, CHANNEL, filter.channel());
        put(parameters, PAYMENT, filter.payment());
        put(parameters, PRODUCT, filter.product());
        put(parameters, CUSTOMER, filter.customer());
        put(parameters, DAY, filter.day());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static Set<OrderStatus> statuses(String text) {
        Set<String> names = Set.of(text.split(","));
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        Arrays.stream(OrderStatus.values())
                .filter(status -> names.contains(status.name()))
                .forEach(statuses::add);
        return statuses;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, Optional<String> text) {
        return text.flatMap(name -> Arrays.stream(all)
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable LocalDate day(Optional<String> text) {
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable UUID id(Optional<String> text) {
        try {
            return text.map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}

package app.orchard.console.orders;

import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filter of the orders list as it stands in the page's address. */
final class OrderSearch {

    private static final String STATUS = "status";
    private static final String SLOT = "slot";
    private static final String APARTMENT = "apartment";
    private static final String ZONE = "zone";

    private OrderSearch() {}

    /** What the address says; parts of it that make no sense do not filter. */
    static OrderFilter read(QueryParameters address) {
        return new OrderFilter(
                statuses(address.getSingleParameter(STATUS).orElse("")),
                id(address.getSingleParameter(SLOT)),
                id(address.getSingleParameter(APARTMENT)),
                address.getSingleParameter(ZONE).filter(zone -> !zone.isBlank()).orElse(null));
    }

    static QueryParameters write(OrderFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!filter.statuses().isEmpty()) {
            parameters.put(
                    STATUS, filter.statuses().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        }
        put(parameters, SLOT, filter.slot());
        put(parameters, APARTMENT, filter.apartment());
        put(parameters, ZONE, filter.zone());
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

    private static @Nullable UUID id(Optional<String> text) {
        try {
            return text.map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}

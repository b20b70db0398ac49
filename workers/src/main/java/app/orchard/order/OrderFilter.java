package app.orchard.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; what is null or empty does not filter.
 *
 * @param zone a zone's code
 */
public record OrderFilter(
        Set<OrderStatus> statuses,
        @Nullable UUID slot,
        @Nullable UUID apartment,
        @Nullable String zone) {

    public static final OrderFilter ALL = new OrderFilter(Set.of(), null, null, null);

    /** @param params receives the values, in the order of their question marks */
    String where(List<Object> params) {
        List<String> conditions = new ArrayList<>();
        if (!statuses.isEmpty()) {
            conditions.add("o.status = any(?)");
            params.add(statuses.stream().map(Enum::name).toArray(String[]::new));
        }
        add(conditions, params, "o.slot_id = ?", slot);
        add(conditions, params, "o.apartment_id = ?", apartment);
        add(conditions, params, "o.zone = ?", zone);
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.add(value);
        }
    }
}

package app.orchard.order;

import app.orchard.payment.PaymentMethod;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; what is null or empty does not filter.
 *
 * @param zone a zone's code
 * @param product one of its packs is in the order
 * @param day on which it was placed
 * @param text the order's number, the end of a phone number, or beginnings of words of name, address and note
 */
public record OrderFilter(
        Set<OrderStatus> statuses,
        @Nullable UUID slot,
        @Nullable UUID apartment,
        @Nullable String zone,
        @Nullable Channel channel,
        @Nullable PaymentMethod payment,
        @Nullable UUID product,
        @Nullable UUID customer,
        @Nullable LocalDate day,
        String text) {

    public static final OrderFilter ALL = of(Set.of(), null, null, null);

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:m-?)?([0-9]{1,15})");
    private static final Pattern PHONE_END = Pattern.compile("[+]?[0-9]{4,15}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final int MOST_LETTERS = 100;

    public OrderFilter {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), MOST_LETTERS));
    }

    public static OrderFilter of(
            Set<OrderStatus> statuses, @Nullable UUID slot, @Nullable UUID apartment, @Nullable String zone) {
        return new OrderFilter(statuses, slot, apartment, zone, null, null, null, null, null, "");
    }

    public OrderFilter withText(String words) {
        return new OrderFilter(statuses, slot, apartment, zone, channel, payment, product, customer, day, words);
    }

    /** @param params receives the values, in the order of their question marks */
    String where(List<Object> params, ZoneId business) {
        List<String> conditions = new ArrayList<>();
        if (!statuses.isEmpty()) {
            conditions.add("o.status = any(?)");
            params.add(statuses.stream().map(Enum::name).toArray(String[]::new));
        }
        add(conditions, params, "o.slot_id = ?", slot);
        add(conditions, params, "o.apartment_id = ?", apartment);
        add(conditions, params, "o.zone = ?", zone);
        add(conditions, params, "o.channel = ?", channel == null ? null : channel.name());
        add(conditions, params, "o.payment_method = ?", payment == null ? null : payment.name());
        add(conditions, params, """
                o.id in (select l.order_id from order_line l join variant v on v.id = l.variant_id
                  where v.product_id = ?)""", product);
        add(conditions, params, "o.customer_id = ?", customer);
        if (day != null) {
            conditions.add("o.placed_at >= ?::timestamp at time zone ? and o.placed_at < ?::timestamp at time zone ?");
            params.addAll(List.of(Date.valueOf(day), business.getId()));
            params.addAll(List.of(Date.valueOf(day.plusDays(1)), business.getId()));
        }
        addText(conditions, params);
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    /** One way through an index each: together in one condition they would have to look at every order. */
    private void addText(List<String> conditions, List<Object> params) {
        if (text.isEmpty()) {
            return;
        }
        List<String> ways = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            ways.add("select id from sales_order where number = ?");
            params.add(Long.valueOf(number.group(1)));
        }
        String phone = text.replaceAll("[ -]", "");
        if (PHONE_END.matcher(phone).matches()) {
            ways.add("""
                    select s.id from customer c join sales_order s on s.customer_id = c.id
                    where reverse(c.phone) like ?""");
            params.add(new StringBuilder(phone).reverse() + "%");
        }
        String words = Arrays.stream(NO_WORD.split(text))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        if (!words.isEmpty()) {
            ways.add("""
                    select s.id from customer c join sales_order s on s.customer_id = c.id
                    where search_words(c.name) @@ to_tsquery('simple', ?)""");
            ways.add("""
                    select id from sales_order
                    where search_words(address_line || ' ' || apartment || ' ' || note)
                      @@ to_tsquery('simple', ?)""");
            params.add(words);
            params.add(words);
        }
        conditions.add(ways.isEmpty() ? "false" : "o.id in (" + String.join(" union all ", ways) + ")");
    }

    private static void add(List<String> conditions, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.add(value);
        }
    }
}

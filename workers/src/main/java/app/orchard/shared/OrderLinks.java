package app.orchard.shared;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of order pages that open without a log in, for messages: whoever has one sees where the order is. */
@Component
public class OrderLinks {

    private final JdbcClient jdbc;
    private final String publicUrl;

    OrderLinks(JdbcClient jdbc, @Value("${orchard.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
    }

    public String of(OrderId order) {
        return publicUrl + path(order);
    }

    /** @return the page's path on this site; for an order that is not kept here, that of the page behind a log in */
    public String path(OrderId order) {
        return jdbc.sql("select link from sales_order where id = ?")
                .param(order.value())
                .query(UUID.class)
                .optional()
                .map(OrderLinks::path)
                .orElse("/orders/" + order);
    }

    /** @param link the random part, as the order keeps it */
    public String to(UUID link) {
        return publicUrl + path(link);
    }

    private static String path(UUID link) {
        return "/o/" + link;
    }
}

package app.orchard.slots;

import app.orchard.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What bringing an order costs, by zone. */
@Service
@Transactional(readOnly = true)
public class DeliveryFees {

    private final JdbcClient jdbc;

    DeliveryFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param goods what the lines come to; from the zone's amount on the fee is nothing */
    public Money of(String zone, Money goods) {
        return Money.of(jdbc.sql(
                        "select case when ? >= free_delivery_from then 0 else delivery_fee end from zone where code = ?")
                .params(goods.minor(), zone)
                .query(Long.class)
                .single());
    }
}

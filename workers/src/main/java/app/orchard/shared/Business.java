package app.orchard.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The business this installation serves. The one place where its time zone is applied. */
@Service
public class Business {

    private static final String TOPIC = "business";

    private final JdbcClient jdbc;
    private final Changes changes;
    private final AtomicReference<@Nullable BusinessSettings> cached = new AtomicReference<>();

    Business(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
        changes.subscribe(TOPIC::equals, topic -> cached.set(null));
    }

    public BusinessSettings settings() {
        BusinessSettings known = cached.get();
        if (known == null) {
            known = read();
            cached.set(known);
        }
        return known;
    }

    public String name() {
        return settings().name();
    }

    public ZoneId zone() {
        return settings().zone();
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    @Transactional
    public void change(BusinessSettings s) {
        jdbc.sql("""
                update business set name = ?, zone = ?, payment_reminder_seconds = ?, payment_expiry_seconds = ?,
                  hold_seconds = ?, preparation_lead_seconds = ?, customer_choice_seconds = ?""")
                .params(s.name(), s.zone().getId(), s.paymentReminderAfter().toSeconds())
                .params(s.paymentExpiresAfter().toSeconds(), s.holdFor().toSeconds())
                .params(
                        s.preparationLead().toSeconds(),
                        s.customerChoiceWithin().toSeconds())
                .update();
        changes.announce(TOPIC);
        cached.set(null);
    }

    private BusinessSettings read() {
        return jdbc.sql("select * from business")
                .query((row, n) -> new BusinessSettings(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Duration.ofSeconds(row.getLong("payment_reminder_seconds")),
                        Duration.ofSeconds(row.getLong("payment_expiry_seconds")),
                        Duration.ofSeconds(row.getLong("hold_seconds")),
                        Duration.ofSeconds(row.getLong("preparation_lead_seconds")),
                        Duration.ofSeconds(row.getLong("customer_choice_seconds"))))
                .single();
    }
}

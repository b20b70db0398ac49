package app.orchard.slots;

import app.orchard.shared.Refusal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The zones, as far as prices depend on them. */
@Service
@Transactional(readOnly = true)
public class ZoneBook {

    private final JdbcClient jdbc;

    ZoneBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal NOT_FOUND */
    public ZoneTerms terms(String code) {
        return find(code).orElseThrow(() -> Refusal.notFound("zone"));
    }

    /** Sales at the stall have no zone of delivery. */
    public boolean takesCash(String code) {
        return find(code).map(ZoneTerms::takesCash).orElse(true);
    }

    private Optional<ZoneTerms> find(String code) {
        return jdbc.sql("select code, distance, takes_cash from zone where code = ?")
                .param(code)
                .query(ZoneTerms.class)
                .optional();
    }
}

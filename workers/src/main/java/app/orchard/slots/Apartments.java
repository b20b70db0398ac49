package app.orchard.slots;

import app.orchard.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The complexes the business delivers to, each in one zone. */
@Service
@Transactional(readOnly = true)
public class Apartments {

    private static final String SELECT = """
            select a.id, a.name, a.street, a.pincode, z.code as zone, a.latitude, a.longitude
            from apartment a join zone z on z.id = a.zone_id
            """;

    private final JdbcClient jdbc;

    Apartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Apartment> all() {
        return jdbc.sql(SELECT + "order by a.name").query(Apartment.class).list();
    }

    /** Those of the ids that exist. */
    public Map<UUID, Apartment> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + "where a.id = any(?)")
                        .param(ids.toArray(UUID[]::new))
                        .query(Apartment.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Apartment::id, apartment -> apartment));
    }

    /** @throws Refusal NOT_FOUND */
    public Apartment get(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(id)
                .query(Apartment.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("apartment complex"));
    }
}

package app.orchard.customer;

import app.orchard.slots.Boundaries;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Place;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what another shape of a zone would mean for customers, before it is so. */
@Service
@Transactional(readOnly = true)
public class AddressMoves {

    private record Door(UUID customer, Place place) {}

    private record Way(@Nullable String from, @Nullable String to) {}

    private final JdbcClient jdbc;
    private final ZoneDesk zones;

    AddressMoves(JdbcClient jdbc, ZoneDesk zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** Most customers first. @throws app.orchard.shared.Refusal INVALID when the draft is no zone */
    public List<AddressMove> with(ZoneDraft draft, Staff by) {
        by.require(Role.FOUNDER);
        Boundaries before = zones.boundaries(by);
        Boundaries after = zones.boundariesWith(draft, by);
        Map<Way, Set<UUID>> moves = new HashMap<>();
        try (Stream<Door> doors = jdbc
                .sql("select customer_id, apartment_id, pincode, latitude_e6, longitude_e6 from address")
                .query(AddressMoves::door)
                .stream()) {
            doors.forEach(door -> {
                String from = before.find(door.place()).orElse(null);
                String to = after.find(door.place()).orElse(null);
                if (!Objects.equals(from, to)) {
                    moves.computeIfAbsent(new Way(from, to), way -> new HashSet<>())
                            .add(door.customer());
                }
            });
        }
        return moves.entrySet().stream()
                .map(move -> new AddressMove(
                        move.getKey().from(),
                        move.getKey().to(),
                        move.getValue().size()))
                .sorted(Comparator.comparingInt(AddressMove::customers).reversed())
                .toList();
    }

    private static Door door(ResultSet row, int n) throws SQLException {
        UUID apartment = row.getObject("apartment_id", UUID.class);
        Integer latitude = row.getObject("latitude_e6", Integer.class);
        Integer longitude = row.getObject("longitude_e6", Integer.class);
        GeoPoint pin = latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
        return new Door(
                row.getObject("customer_id", UUID.class),
                apartment == null ? Place.at(pin, row.getString("pincode")) : Place.in(apartment));
    }
}

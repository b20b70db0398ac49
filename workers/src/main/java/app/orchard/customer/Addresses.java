package app.orchard.customer;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Place;
import app.orchard.slots.Zones;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doors of customers. */
@Service
@Transactional
public class Addresses {

    private static final int MOST = 20;
    private static final String SELECT = """
            select id, apartment_id, street, pincode, latitude_e6, longitude_e6, tower, flat, note from address
            where customer_id = ?\s""";

    private record Row(
            UUID id,
            @Nullable UUID apartmentId,
            String street,
            String pincode,
            @Nullable Integer latitudeE6,
            @Nullable Integer longitudeE6,
            String tower,
            String flat,
            String note) {

        @Nullable
        GeoPoint pin() {
            return latitudeE6 == null || longitudeE6 == null ? null : new GeoPoint(latitudeE6, longitudeE6);
        }

        Place where() {
            return Place.at(pin(), pincode);
        }
    }

    private final JdbcClient jdbc;
    private final Apartments apartments;
    private final Zones zones;

    Addresses(JdbcClient jdbc, Apartments apartments, Zones zones) {
        this.jdbc = jdbc;
        this.apartments = apartments;
        this.zones = zones;
    }

    /**
     * The same door given twice is one address; of a door in a street, the pin given last holds.
     *
     * @throws Refusal INVALID {@code not-delivered-there}, NOT_FOUND for an apartment complex that does not exist
     */
    public Address add(CustomerId customer, NewAddress door) {
        if (door.apartment() != null) {
            apartments.get(door.apartment());
        }
        zones.of(door.where());
        List<Address> known = of(customer);
        UUID id = known.stream()
                .filter(door::isSameDoorAs)
                .findFirst()
                .map(same -> pinAnew(same.id(), door.pin()))
                .orElseGet(() -> insert(customer, door, known.size()));
        return get(id, customer);
    }

    @Transactional(readOnly = true)
    public List<Address> of(CustomerId customer) {
        return addresses(jdbc.sql(SELECT + "order by id")
                .param(customer.value())
                .query(Row.class)
                .list());
    }

    /** @throws Refusal NOT_FOUND when it is not this customer's */
    @Transactional(readOnly = true)
    public Address get(UUID id, CustomerId customer) {
        return jdbc.sql(SELECT + "and id = ?")
                .params(customer.value(), id)
                .query(Row.class)
                .optional()
                .map(row -> addresses(List.of(row)).getFirst())
                .orElseThrow(() -> Refusal.notFound("address"));
    }

    /**
     * Orders that were placed keep the door they were placed for.
     *
     * @return the address as it is now, under an id of its own: prices quoted for the old door hold no longer
     * @throws Refusal NOT_FOUND when it is not this customer's; as {@link #add} for the new door
     */
    public Address change(UUID id, CustomerId customer, NewAddress door) {
        remove(id, customer);
        return add(customer, door);
    }

    /** @throws Refusal NOT_FOUND when it is not this customer's */
    public void remove(UUID id, CustomerId customer) {
        int gone = jdbc.sql("delete from address where id = ? and customer_id = ?")
                .params(id, customer.value())
                .update();
        if (gone == 0) {
            throw Refusal.notFound("address");
        }
    }

    private UUID pinAnew(UUID id, @Nullable GeoPoint pin) {
        if (pin != null) {
            jdbc.sql("update address set latitude_e6 = ?, longitude_e6 = ? where id = ?")
                    .params(pin.latitudeE6(), pin.longitudeE6(), id)
                    .update();
        }
        return id;
    }

    private UUID insert(CustomerId customer, NewAddress door, int known) {
        if (known >= MOST) {
            throw Refusal.conflict("too-many-addresses", "You have 20 addresses already. Please remove one first.");
        }
        UUID id = TimeOrderedId.next();
        GeoPoint pin = door.pin();
        jdbc.sql("""
                insert into address (id, customer_id, apartment_id, street, pincode, latitude_e6, longitude_e6, tower,
                  flat, note)
                values (:id, :customer, :apartment, :street, :pincode, :latitude, :longitude, :tower, :flat, :note)""")
                .param("id", id)
                .param("customer", customer.value())
                .param("apartment", door.apartment())
                .param("street", door.street())
                .param("pincode", door.pincode())
                .param("latitude", pin == null ? null : pin.latitudeE6())
                .param("longitude", pin == null ? null : pin.longitudeE6())
                .param("tower", door.tower())
                .param("flat", door.flat())
                .param("note", door.note())
                .update();
        return id;
    }

    /** A few statements, however many there are. */
    private List<Address> addresses(List<Row> rows) {
        Map<UUID, Apartment> complexes = apartments.all(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.apartmentId()))
                .toList());
        Map<Place, String> found = zones.find(rows.stream()
                .filter(row -> row.apartmentId() == null)
                .map(Row::where)
                .toList());
        return rows.stream()
                .map(row -> {
                    Apartment complex = row.apartmentId() == null ? null : complexes.get(row.apartmentId());
                    return new Address(
                            row.id(),
                            complex,
                            complex == null ? row.street() : complex.street(),
                            complex == null ? row.pincode() : complex.pincode(),
                            row.pin(),
                            row.tower(),
                            row.flat(),
                            row.note(),
                            complex == null ? found.get(row.where()) : complex.zone());
                })
                .toList();
    }
}

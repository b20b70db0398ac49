package app.orchard.slots;

import app.orchard.shared.Refusal;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the zone of somebody who says in a word where they live. */
@Service
@Transactional(readOnly = true)
public class Localities {

    private final JdbcClient jdbc;
    private final Zones zones;

    Localities(JdbcClient jdbc, Zones zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** @return the name of the zone around a point; empty where nothing is delivered */
    public String zoneNameAt(GeoPoint point) {
        return zones.find(Place.at(point, null))
                .map(code -> jdbc.sql("select name from zone where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .orElse("");
    }

    /** @throws Refusal NOT_FOUND */
    public Locality ofApartment(UUID apartment) {
        return jdbc.sql("""
                select a.name, a.id as apartment, a.pincode, z.code as zone, z.name as zone_name
                from apartment a join zone z on z.id = a.zone_id where a.id = ?""")
                .param(apartment)
                .query(Locality.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("apartment complex"));
    }

    /** @return without a zone when nothing is delivered there. @throws Refusal INVALID {@code bad-pincode} */
    public Locality ofPincode(String pincode) {
        if (!pincode.matches("[1-9][0-9]{5}")) {
            throw Refusal.invalid("bad-pincode", "A pincode has six digits.");
        }
        return jdbc.sql("""
                select p.pincode as name, null::uuid as apartment, p.pincode, z.code as zone, z.name as zone_name
                from zone_pincode p join zone z on z.id = p.zone_id where p.pincode = ?""")
                .param(pincode)
                .query(Locality.class)
                .optional()
                .orElseGet(() -> new Locality(pincode, null, pincode, null, ""));
    }
}

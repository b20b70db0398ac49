package app.orchard.stall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stalls as everybody may know of them. */
@Service
@Transactional(readOnly = true)
public class Stands {

    private final JdbcClient jdbc;

    Stands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that somebody can find: with an address. By name. */
    public List<Stand> all() {
        return jdbc.sql("""
                select name, address, weekdays, opens, closes from location
                where kind = 'STALL' and address <> '' order by name""").query((row, n) -> stand(row)).list();
    }

    private static Stand stand(ResultSet row) throws SQLException {
        Integer[] weekdays = (Integer[]) row.getArray("weekdays").getArray();
        return new Stand(
                row.getString("name"),
                row.getString("address"),
                Arrays.stream(weekdays).sorted().map(DayOfWeek::of).toList(),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }
}

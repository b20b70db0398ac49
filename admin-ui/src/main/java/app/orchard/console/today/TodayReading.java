package app.orchard.console.today;

import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.insight.Today;
import app.orchard.insight.TodayFacts;
import app.orchard.settlement.CashCustody;
import app.orchard.staff.Staff;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads the day once for each founder, however many pages show it: what they put off is theirs alone. */
@Service
class TodayReading {

    private static final Set<String> TOPICS = Set.of("tasks", "orders", "stock", "slots", CashCustody.TOPIC);

    private final Today today;

    TodayReading(Today today) {
        this.today = today;
    }

    Feed<TodayFacts> feed(Staff founder) {
        return new Feed<>(Pages.TODAY + ":" + founder.login(), TOPICS::contains, () -> today.look(founder));
    }
}

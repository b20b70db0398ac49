package app.orchard.console.stock;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.inventory.Lot;
import app.orchard.shared.Business;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Until when packs are good, as people say it: by the last day on which one can eat them. */
@Component
class Freshness {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Business business;
    private final Clock clock;

    Freshness(Business business, Clock clock) {
        this.business = business;
        this.clock = clock;
    }

    LocalDate today() {
        return business.dayOf(clock.instant());
    }

    Tag of(Lot lot) {
        LocalDate expires = lot.expiresOn();
        if (expires == null) {
            return new Tag(Text.of("stock.keeps"), Tag.Tone.CALM);
        }
        long days = ChronoUnit.DAYS.between(today(), expires);
        if (days <= 0) {
            return new Tag(Text.of("stock.expired"), Tag.Tone.BAD);
        }
        if (days <= 2) {
            return new Tag(
                    Text.of(days == 1 ? "stock.today" : "stock.tomorrow"),
                    days == 1 ? Tag.Tone.WARNING : Tag.Tone.CALM);
        }
        return new Tag(Text.of("stock.until", DAY.format(expires.minusDays(1))), Tag.Tone.CALM);
    }
}

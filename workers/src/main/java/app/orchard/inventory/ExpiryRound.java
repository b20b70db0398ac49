package app.orchard.inventory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes off what expired. A day begins at another hour in each time zone, so it looks every hour and finds something
 * in the first one of a day.
 */
@Component
class ExpiryRound {

    private static final Logger log = LoggerFactory.getLogger(ExpiryRound.class);

    private final StockKeeping stock;

    ExpiryRound(StockKeeping stock) {
        this.stock = stock;
    }

    @Scheduled(cron = "0 10 * * * *")
    void writeOff() {
        int packs = stock.writeOffExpired((String) null);
        if (packs > 0) {
            log.info("Wrote off {} packs that expired", packs);
        }
    }
}

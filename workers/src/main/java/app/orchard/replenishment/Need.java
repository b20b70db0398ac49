package app.orchard.replenishment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How many packs to order, and why.
 *
 * @param packs at least one
 * @param because for people
 */
record Need(int packs, String because) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /**
     * What is used until the market day comes, and what shall be left then, less what is there.
     *
     * @param perDay packs that left the shelf on a day of the last weeks, on average
     * @param least fewer than these are too few
     */
    static Need of(BigDecimal perDay, LocalDate today, LocalDate market, int available, int least) {
        long days = ChronoUnit.DAYS.between(today, market);
        int used = perDay.multiply(BigDecimal.valueOf(days))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return new Need(
                Math.max(1, used + least - available),
                "%s a day leave the shelf, the market is in %d %s (%s), %d are there and %d shall remain."
                        .formatted(
                                perDay.setScale(1, RoundingMode.HALF_UP),
                                days,
                                days == 1 ? "day" : "days",
                                DAY.format(market),
                                available,
                                least));
    }
}

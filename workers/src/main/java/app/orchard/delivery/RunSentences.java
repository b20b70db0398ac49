package app.orchard.delivery;

import app.orchard.shared.Business;
import app.orchard.shared.Money;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks of runs and tours are about, for people. */
@Component
@Transactional(readOnly = true)
class RunSentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM, h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final RunTable runs;
    private final TourTable tours;
    private final Tours cash;
    private final Business business;

    RunSentences(RunTable runs, TourTable tours, Tours cash, Business business) {
        this.runs = runs;
        this.tours = tours;
        this.cash = cash;
        this.business = business;
    }

    Optional<String> ofRun(UUID run) {
        List<TourView> planned = tours.ofRun(run);
        return runs.view(run, planned).map(this::plan);
    }

    private String plan(RunView view) {
        int stops = view.tours().stream().mapToInt(tour -> tour.stops().size()).sum();
        String left = view.unplaced().isEmpty()
                ? ""
                : " Without a place: %s.".formatted(count(view.unplaced().size(), "order"));
        return "%s: %s in %s, %s; in the order of booking it would be %s.%s"
                .formatted(
                        slot(view.run()),
                        count(stops, "order"),
                        count(view.tours().size(), "tour"),
                        kilometres(view.planned().metres()),
                        kilometres(view.inOrderOfBooking().metres()),
                        left);
    }

    Optional<String> ofTour(UUID tour) {
        return tours.find(tour)
                .flatMap(found -> runs.find(found.run())
                        .map(run -> "%s: %s, %s with the %s. Cash to collect: %s."
                                .formatted(
                                        slot(run),
                                        count(found.stops().size(), "stop"),
                                        count(found.loadBoxes(), "box"),
                                        found.vehicle(),
                                        found.toCollect().format())));
    }

    Optional<String> ofCash(UUID tour) {
        return tours.find(tour).map(found -> {
            Money carried = cash.carried(found);
            return carried.isPositive()
                    ? "%s is back and carries %s.".formatted(found.driverName(), carried.format())
                    : "%s carries nothing any more: it was counted already.".formatted(found.driverName());
        });
    }

    private String slot(RunRow run) {
        String again = run.round() > 1 ? " (run " + run.round() + ")" : "";
        return run.zoneName() + ", " + said(run.slotStartsAt(), DAY) + " to " + said(run.slotEndsAt(), TIME) + again;
    }

    private String said(Instant moment, DateTimeFormatter how) {
        ZonedDateTime local = moment.atZone(business.zone());
        return local.format(how).replace("AM", "am").replace("PM", "pm");
    }

    private static String count(int n, String what) {
        return n + " " + (n == 1 ? what : what.endsWith("x") ? what + "es" : what + "s");
    }

    private static String kilometres(long metres) {
        return String.format(Locale.ENGLISH, "%.1f km", metres / 1000.0);
    }
}

package app.orchard.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The fifty orders of a soft launch; those that take longest begin first. */
final class SoftLaunch {

    private SoftLaunch() {}

    static List<Story> stories() {
        List<Story> stories = new ArrayList<>(List.of(
                new Story("last box", 3, new LastBox(3)),
                one("paid late", Plots.paidLate(1)),
                one("paid late", Plots.paidLate(4)),
                one("never paid", Plots.neverPaid(0)),
                one("never paid", Plots.neverPaid(2)),
                one("never paid", Plots.neverPaid(6)),
                one("late van", Plots.lateVan()),
                one("asked, no answer", Plots.asked(7, "")),
                one("asked, bring it again", Plots.asked(2, "again")),
                one("asked, money back", Plots.asked(3, "refund")),
                one("nobody at home, retried", Plots.cash(5, Visit.failed("notHome"))),
                one("unreachable, retried", Plots.prepaid(6, Visit.failed("unreachable"))),
                one("refused at the door", Plots.returned(8, "cash", "refused", Ending.RETURNED)),
                one("damaged on the way", Plots.returned(9, "online", "damaged", Ending.RETURNED_DAMAGED)),
                one("cancelled", Plots.cancelled(1, false)),
                one("cancelled after paying", Plots.cancelled(2, true)),
                one("cancelled after paying", Plots.cancelled(5, true)),
                one("cancelled by the founder", Plots.cancelledByTheFounder(4)),
                one("too much for cash", Plots.tooMuchForCash()),
                one("paid at the second try", Plots.paidAtTheSecondTry(2)),
                one("paid at the second try", Plots.paidAtTheSecondTry(7))));
        stories.add(one("dead spot", Plots.cash(3, Visit.delivered(Visit.How.IN_A_DEAD_SPOT))));
        stories.add(one("UPI at the door", Plots.cash(4, Visit.delivered(Visit.How.PAID_BY_UPI))));
        addMany(stories, 8, n -> one("cash", Plots.cash(n)));
        addMany(stories, 8, n -> one("prepaid", Plots.prepaid(n)));
        addMany(stories, 3, n -> one("prepaid, browser closed", Plots.prepaidAndGone(n)));
        addMany(stories, 3, n -> one("stall, cash", Plots.stallSale(n, "cash")));
        addMany(stories, 3, n -> one("stall, UPI", Plots.stallSale(n + 3, "upi_at_stall")));
        return stories;
    }

    private static Story one(String name, Story.Plot plot) {
        return new Story(name, 1, plot);
    }

    private static void addMany(List<Story> stories, int times, IntFunction<Story> made) {
        IntStream.range(0, times).mapToObj(made).forEach(stories::add);
    }
}

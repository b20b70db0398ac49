package app.orchard.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The turns a story can take. */
final class Plots {

    static final Duration SOON = Duration.ofSeconds(90);
    static final Duration LATER = Duration.ofSeconds(240);

    private Plots() {}

    /** Paid at the door. */
    static Story.Plot cash(int n, Visit... visits) {
        return cast -> {
            Act act = placed(cast, "cash", n, wish(cast, n, "cash"), Ending.DELIVERED);
            return delivered(cast, act, visits);
        };
    }

    /** Paid at once. */
    static Story.Plot prepaid(int n, Visit... visits) {
        return cast -> {
            Act act = placed(cast, "prepaid", n, wish(cast, n, "online"), Ending.DELIVERED);
            cast.gateway().pay(cast.gateway().open(act.order()));
            return delivered(cast, act, visits);
        };
    }

    /** Paid, and the browser closed before it came back to the shop. */
    static Story.Plot prepaidAndGone(int n) {
        return cast -> {
            Act act = placed(cast, "browser closed", n, wish(cast, n, "online"), Ending.DELIVERED);
            cast.gateway().payAndLeave(cast.gateway().open(act.order()));
            return delivered(cast, act);
        };
    }

    /** The first try at paying fails, the second succeeds. */
    static Story.Plot paidAtTheSecondTry(int n) {
        return cast -> {
            Act act = placed(cast, "second try", n, wish(cast, n, "online"), Ending.DELIVERED);
            Gateway.Page page = cast.gateway().open(act.order());
            cast.gateway().fail(page);
            cast.gateway().pay(page);
            return delivered(cast, act);
        };
    }

    /** Wanted to pay in cash, but it is too much for a first order. */
    static Story.Plot tooMuchForCash() {
        return cast -> {
            Shop.Wish wish = new Shop.Wish(cast.shelf().dearest(), 1, "cash");
            Act act = placed(cast, "too much for cash", 0, wish, Ending.DELIVERED);
            act.order().await(SOON, "being asked to pay online", order -> order.happened("cash-refused"));
            cast.gateway().pay(cast.gateway().open(act.order()));
            return delivered(cast, act);
        };
    }

    /** The last window of the day; the van is held up until it is over, which the customer is told once. */
    static Story.Plot lateVan() {
        return cast -> {
            Shop.Customer customer = cast.newCustomerInTheWest();
            cast.crew().openWindow(customer.zone());
            Shop.Basket basket = cast.shop().fill(customer, wish(cast, 1, "cash"));
            Act act = act(cast.shelf(), "late van", basket, basket.place(), Ending.DELIVERED);
            List<Act> acts = delivered(cast, act, Visit.delivered(Visit.How.HELD_UP));
            Patience.until(
                    SOON,
                    "the message that it gets late",
                    () -> Optional.of(delays(cast, customer)).filter(told -> told > 0));
            if (delays(cast, customer) != 1) {
                throw new Disappointment("the customer was told more than once that it gets late");
            }
            return acts;
        };
    }

    private static long delays(Cast cast, Shop.Customer customer) {
        return cast.shop().messages(customer.phone()).stream()
                .filter(message -> message.path("template").asString("").equals("order_delayed"))
                .count();
    }

    /** Reminded, never paid. */
    static Story.Plot neverPaid(int n) {
        return cast -> {
            Act act = placed(cast, "never paid", n, wish(cast, n, "online"), Ending.EXPIRED);
            cast.gateway().open(act.order());
            return awaitEnd(act, LATER);
        };
    }

    /** Paid after the time was over, while everything is still there. */
    static Story.Plot paidLate(int n) {
        return cast -> {
            Act act = placed(cast, "paid late", n, wish(cast, n, "online"), Ending.DELIVERED);
            Gateway.Page page = cast.gateway().open(act.order());
            act.order()
                    .await(LATER, "running out of time", order -> order.status().equals("expired"));
            cast.gateway().pay(page);
            act.order().await(SOON, "living again", order -> order.happened("reinstated"));
            return delivered(cast, act);
        };
    }

    /** Called off by the customer before anybody packed it; paid or not. */
    static Story.Plot cancelled(int n, boolean paid) {
        return cast -> {
            Act act = paid
                    ? paidButNotPacked(cast, n)
                    : placed(cast, "cancelled", n, wish(cast, n, "cash"), Ending.CANCELLED);
            act.order().await(SOON, "being confirmed", order -> order.happened("preparing"));
            act.order().api().post(act.order().path() + "/cancellation", Map.of());
            return awaitEnd(act, SOON);
        };
    }

    /** Called off by the founder. */
    static Story.Plot cancelledByTheFounder(int n) {
        return cast -> {
            Act act = paidButNotPacked(cast, n);
            cast.crew()
                    .as("founder")
                    .post(
                            "/api/staff/orders/" + act.order().id() + "/cancellation",
                            Map.of("reason", "The crate was spoiled"));
            return awaitEnd(act, SOON);
        };
    }

    /** It comes back for good. @param reason as the driver's form names it */
    static Story.Plot returned(int n, String payment, String reason, Ending ending) {
        return cast -> {
            Act act = placed(cast, reason + " at the door", n, wish(cast, n, payment), ending);
            if (payment.equals("online")) {
                cast.gateway().pay(cast.gateway().open(act.order()));
            }
            cast.crew().handle(act.order(), Visit.failed(reason));
            return awaitEnd(act, LATER);
        };
    }

    /** The customer is asked what to do. @param choice {@code again} or {@code refund}; empty for no answer */
    static Story.Plot asked(int n, String choice) {
        return cast -> {
            Ending ending = choice.equals("again") ? Ending.DELIVERED : Ending.RETURNED_PAID;
            Act act = placed(cast, "asked: " + choice, n, wish(cast, n, "online"), ending);
            cast.gateway().pay(cast.gateway().open(act.order()));
            cast.crew().handle(act.order(), Visit.failed("wrongAddress"));
            act.order().await(LATER, "being asked", order -> order.state().has("choice"));
            if (!choice.isEmpty()) {
                act.order().api().post(act.order().path() + "/choice", Map.of("choice", choice));
            }
            return awaitEnd(act, LATER);
        };
    }

    static Story.Plot stallSale(int n, String payment) {
        return cast -> {
            Shop.Wish wish = wish(cast, n, payment);
            Api stall = cast.crew().as("stall");
            JsonNode sold = stall.with("Idempotency-Key", UUID.randomUUID().toString())
                    .post(
                            "/api/staff/stalls/weekend-stall/sales",
                            Map.of(
                                    "lines",
                                    List.of(Map.of("variant", wish.variant(), "quantity", wish.quantity())),
                                    "payment",
                                    payment));
            Purchase order =
                    new Purchase(stall, "/api/staff/orders/" + sold.path("id").asString(), false, sold);
            long price = cast.shelf().price(wish.variant()) * wish.quantity();
            Act act = new Act("stall", order, wish, "weekend-stall", price, 0, Ending.SOLD_AT_STALL, Optional.empty());
            return awaitEnd(act, SOON);
        };
    }

    static Shop.Wish wish(Cast cast, int n, String payment) {
        return new Shop.Wish(cast.shelf().affordable(n), 1 + n % 2, payment);
    }

    private static Act paidButNotPacked(Cast cast, int n) {
        Act act = placed(cast, "cancelled", n, wish(cast, n, "online"), Ending.CANCELLED_PAID);
        cast.gateway().pay(cast.gateway().open(act.order()));
        act.order().await(SOON, "being confirmed", order -> order.happened("preparing"));
        return act;
    }

    /** Pressed twice, as impatient people do; it is one order. */
    private static Act placed(Cast cast, String story, int n, Shop.Wish wish, Ending ending) {
        Shop.Basket basket = cast.shop().fill(cast.newCustomer(), wish);
        String key = "demo-" + UUID.randomUUID();
        Api.Answer answer = basket.place(key);
        if (n % 5 == 1
                && !basket.place(key).json().path("id").equals(answer.json().path("id"))) {
            throw new Disappointment("the same button pressed twice was not one order");
        }
        return act(cast.shelf(), story, basket, answer, ending);
    }

    static Act act(Shelf shelf, String story, Shop.Basket basket, Api.Answer answer, Ending ending) {
        if (answer.status() != 201) {
            throw new Disappointment(
                    "it was not accepted: " + answer.json().path("detail").asString(Integer.toString(answer.status())));
        }
        Shop.Customer customer = basket.customer();
        Purchase order = new Purchase(
                customer.api(), "/api/orders/" + answer.json().path("id").asString(), true, answer.json());
        Shop.Wish wish = basket.wish();
        long fee = basket.quote().path("totals").path("fee").path("amount").asLong();
        long price = shelf.price(wish.variant()) * wish.quantity() + fee;
        return new Act(story, order, wish, Shelf.STORE, price, fee, ending, Optional.of(customer.phone()));
    }

    static List<Act> delivered(Cast cast, Act act, Visit... visits) {
        cast.crew().handle(act.order(), visits);
        act.order().await(LATER.multipliedBy(1 + visits.length), "the delivery", order -> {
            cast.crew().requireNoComplaint(order);
            return order.status().equals("delivered");
        });
        return awaitEnd(act, SOON);
    }

    static List<Act> awaitEnd(Act act, Duration most) {
        act.order().await(most, "its end (" + act.ending().title() + ")", order -> act.isThere());
        return List.of(act);
    }
}

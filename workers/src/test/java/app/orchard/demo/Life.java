package app.orchard.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One order from the basket to its end, step by step, whatever dies meanwhile. Every request is repeated until heard. */
final class Life {

    static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration GLANCE = Duration.ofMillis(1000);

    private final World world;
    private final Moments moments;
    private final String name;
    private final Set<String> tasksDone = new HashSet<>();
    private @Nullable Act act;

    /** A way through the models. */
    @FunctionalInterface
    interface Way {
        Act live(Life life);
    }

    /** An end as good as the one that was meant. */
    private static final class OtherEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Ending ending;

        OtherEnd(Ending ending) {
            this.ending = ending;
        }
    }

    Life(World world, Moments moments, String name) {
        this.world = world;
        this.moments = moments;
        this.name = name;
    }

    /** @throws Disappointment that tells where the order stands, when it does not come to its end */
    Act live(Way way) {
        try {
            return lived(way);
        } catch (Disappointment e) {
            throw act == null ? e : new Disappointment(e.sentence() + "; " + world.whereabouts(act), e);
        }
    }

    private Act lived(Way way) {
        try {
            return way.live(this);
        } catch (OtherEnd other) {
            act = act().ending(other.ending);
            return ended();
        }
    }

    static Act paidAtTheDoor(Life life) {
        return life.placed("cash", Ending.DELIVERED).packed().delivered().ended();
    }

    static Act paidBefore(Life life) {
        return life.placed("online", Ending.DELIVERED)
                .paid(true)
                .packed()
                .delivered()
                .ended();
    }

    /** The browser is closed after paying, so only the gateway can tell us. */
    static Act paidAndGone(Life life) {
        return life.placed("online", Ending.DELIVERED)
                .paid(false)
                .packed()
                .delivered()
                .ended();
    }

    static Act cancelledUnpaid(Life life) {
        return life.placed("cash", Ending.CANCELLED).prepared().cancelled().ended();
    }

    static Act cancelledAfterPaying(Life life) {
        return life.placed("online", Ending.CANCELLED_PAID)
                .paid(true)
                .prepared()
                .cancelled()
                .ended();
    }

    static Act damaged(Life life) {
        return life.placed("online", Ending.RETURNED_DAMAGED)
                .paid(true)
                .packed()
                .failed("damaged")
                .ended();
    }

    static Act refusedAtTheDoor(Life life) {
        return life.placed("cash", Ending.RETURNED).packed().failed("refused").ended();
    }

    static Act metAtTheSecondTry(Life life) {
        return life.placed("cash", Ending.DELIVERED)
                .packed()
                .failed("unreachable")
                .triedAgain()
                .delivered()
                .ended();
    }

    static Act asked(Life life) {
        return life.placed("online", Ending.RETURNED_PAID)
                .paid(true)
                .packed()
                .failed("wrongAddress")
                .wantsRefund()
                .ended();
    }

    static Act neverPaid(Life life) {
        return life.placed("online", Ending.EXPIRED).ended();
    }

    static Act soldAtStall(Life life) {
        return life.sold().ended();
    }

    private Life placed(String payment, Ending ending) {
        Shop.Wish wish = new Shop.Wish(world.shelf().affordable(world.next()), 1, payment);
        Shop.Basket basket = world.shop().fill(world.customer(), wish);
        moments.before(payment.equals("cash") ? Step.PLACED : Step.PAYMENT_REQUESTED);
        String key = UUID.randomUUID().toString();
        Api.Answer answer = basket.place(key);
        act = Plots.act(world.shelf(), name, basket, answer, ending);
        moments.before(Step.PREPARING);
        return this;
    }

    private Life sold() {
        Shop.Wish wish = new Shop.Wish(world.shelf().affordable(world.next()), 1, "cash");
        Api stall = world.staff()
                .as("stall")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        moments.before(Step.PLACED);
        var sold = stall.post(
                "/api/staff/stalls/weekend-stall/sales",
                Map.of("lines", List.of(Map.of("variant", wish.variant(), "quantity", 1)), "payment", "cash"));
        Purchase order =
                new Purchase(stall, "/api/staff/orders/" + sold.path("id").asString(), false, sold);
        act = new Act(
                name,
                order,
                wish,
                "weekend-stall",
                world.shelf().price(wish.variant()),
                0,
                Ending.SOLD_AT_STALL,
                Optional.empty());
        return this;
    }

    private Life paid(boolean comesBack) {
        Gateway.Page page = paymentPage();
        moments.before(comesBack ? Step.PAYMENT_CAPTURED : Step.CONFIRMED);
        if (comesBack) {
            world.gateway().pay(page);
        } else {
            world.gateway().payAndLeave(page);
        }
        return this;
    }

    private Gateway.Page paymentPage() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return world.gateway().open(act().order());
            } catch (Disappointment notYet) {
                act().order().refresh();
                if (act().order().status().equals("expired")) {
                    // The time to pay was over before the gateway could be reached
                    throw new OtherEnd(Ending.EXPIRED);
                }
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
        }
    }

    private Life prepared() {
        return await("its preparation", order -> order.happened("preparing"));
    }

    /** Packed, and looked at once more, as a later version of the model asks for. */
    static Act paidAtTheDoorAndChecked(Life life) {
        life.placed("cash", Ending.DELIVERED).packed();
        return life.complete("packer", LaterModel.CHECK, Step.PACKED, Map.of())
                .delivered()
                .ended();
    }

    private Life packed() {
        return complete("packer", "userTask_packOrder", Step.PACKED, Map.of("boxes", 1, "complete", true));
    }

    private Life delivered() {
        boolean cash = act().wish().payment().equals("cash");
        BigDecimal due = cash ? BigDecimal.valueOf(act().price(), 2) : BigDecimal.ZERO;
        return complete(
                "",
                "userTask_deliverOrder",
                cash ? Step.DELIVERED : Step.ON_THE_ROAD,
                () -> Map.of(
                        "outcome",
                        "delivered",
                        "cashCollected",
                        due,
                        "note",
                        "",
                        "pin",
                        act().order().refresh().path("pin").asString("")));
    }

    private Life failed(String reason) {
        return complete(
                "",
                "userTask_deliverOrder",
                reason.equals("unreachable") ? Step.FAILED : Step.REFUNDED,
                Map.of("outcome", "failed", "failureReason", reason, "note", "Faults"));
    }

    /** Or brought back, when the packs do not outlive the next slot. */
    private Life triedAgain() {
        await("another try", order -> order.happened("retry") || order.happened("returned"));
        if (act().order().happened("returned")) {
            throw new OtherEnd(Ending.RETURNED);
        }
        return this;
    }

    private Life cancelled() {
        moments.before(Step.CANCELLED);
        act().order().api().post(act().order().path() + "/cancellation", Map.of());
        return this;
    }

    private Life wantsRefund() {
        await("the question", order -> order.state().has("choice"));
        moments.before(Step.ASKED);
        Api.Answer answer =
                act().order().api().ask("POST", act().order().path() + "/choice", Map.of("choice", "refund"));
        if (answer.status() / 100 != 2 && answer.status() != 409) {
            throw new Disappointment("the choice was refused: " + answer.json());
        }
        return this;
    }

    private Act ended() {
        await("its end (" + act().ending().title() + ")", order -> act().isThere());
        return act();
    }

    private Life complete(String login, String element, Step step, Map<String, Object> values) {
        return complete(login, element, step, () -> values);
    }

    /** @param login of who does it; empty for the one it is assigned to */
    private Life complete(String login, String element, Step step, Supplier<Map<String, Object>> values) {
        String task = world.staff().task(act().order().id(), element, tasksDone);
        moments.before(step);
        world.staff()
                .complete(login.isEmpty() ? world.staff().assignee(act().order().id()) : login, task, values.get());
        tasksDone.add(task);
        return this;
    }

    private Life await(String what, Predicate<Purchase> reached) {
        Purchase order = act().order();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        order.refresh();
        while (!reached.test(order)) {
            if (System.nanoTime() > deadline) {
                throw new Disappointment("%s (%s): waited %d s for %s, but it is %s"
                        .formatted(order.number(), order.id(), PATIENCE.toSeconds(), what, order.status()));
            }
            Patience.pause(GLANCE);
            order.refresh();
        }
        return this;
    }

    private Act act() {
        if (act == null) {
            throw new IllegalStateException("Not placed yet");
        }
        return act;
    }
}

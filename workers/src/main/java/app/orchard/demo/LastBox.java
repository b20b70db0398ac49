package app.orchard.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Somebody orders the last box and does not pay in time. Two others race for it: one gets it, the other is told that
 * it is sold out and takes something else. Then the first one pays after all, too late.
 */
class LastBox implements Story.Plot {

    private final int other;

    /** @param other which pack the loser takes instead */
    LastBox(int other) {
        this.other = other;
    }

    @Override
    public List<Act> play(Cast cast) {
        String pack = cast.shelf().rare();
        Shop.Customer hesitating = cast.newCustomer();
        Shop.Customer left = cast.newCustomer();
        Shop.Customer right = cast.newCustomer();
        int taken = cast.shelf().leaveOne(pack);
        try {
            return race(cast, pack, hesitating, left, right);
        } finally {
            cast.shelf().bringBack(pack, taken);
        }
    }

    private List<Act> race(Cast cast, String pack, Shop.Customer hesitating, Shop.Customer left, Shop.Customer right) {
        Shop.Wish wish = new Shop.Wish(pack, 1, "online");
        Shop.Basket first = cast.shop().fill(hesitating, wish);
        Act tooLate = Plots.act(cast.shelf(), "last box, too late", first, first.place(), Ending.PAID_TOO_LATE);
        Gateway.Page page = cast.gateway().open(tooLate.order());
        tooLate.order()
                .await(
                        Plots.LATER,
                        "running out of time",
                        order -> order.status().equals("expired"));

        List<Shop.Basket> baskets =
                List.of(cast.shop().fill(left, wish), cast.shop().fill(right, wish));
        List<Api.Answer> answers = atOnce(baskets);
        int winner = answers.get(0).status() == 201 ? 0 : 1;
        List<Act> acts = new ArrayList<>();
        Act won = Plots.act(cast.shelf(), "last box, won", baskets.get(winner), answers.get(winner), Ending.DELIVERED);
        requireSoldOut(answers.get(1 - winner));
        cast.gateway().pay(page);
        cast.gateway().pay(cast.gateway().open(won.order()));
        acts.addAll(Plots.awaitEnd(tooLate, Plots.LATER));
        acts.addAll(Plots.delivered(cast, won));
        acts.addAll(somethingElse(cast, baskets.get(1 - winner).customer()));
        return acts;
    }

    private List<Act> somethingElse(Cast cast, Shop.Customer loser) {
        Shop.Basket basket = cast.shop().fill(loser, Plots.wish(cast, other, "cash"));
        return Plots.delivered(
                cast, Plots.act(cast.shelf(), "last box, lost", basket, basket.place(), Ending.DELIVERED));
    }

    private static void requireSoldOut(Api.Answer answer) {
        if (answer.status() != 409 || !answer.type().equals("out-of-stock")) {
            throw new Disappointment("the last box was sold twice: the second customer got " + answer.status());
        }
    }

    private static List<Api.Answer> atOnce(List<Shop.Basket> baskets) {
        CyclicBarrier start = new CyclicBarrier(baskets.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> answers = threads.invokeAll(baskets.stream()
                    .<Callable<Api.Answer>>map(basket -> () -> {
                        start.await();
                        return basket.place();
                    })
                    .toList());
            return List.of(answers.get(0).get(), answers.get(1).get());
        } catch (InterruptedException | ExecutionException e) {
            throw new Disappointment("the race for the last box broke off: " + e.getMessage(), e);
        }
    }
}

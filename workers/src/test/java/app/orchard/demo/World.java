package app.orchard.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Everybody around a product that breaks: its customers, staff and vendors, and the books as they were before. */
final class World implements AutoCloseable {

    /** For how long whoever asks the shop goes on asking while it is away. */
    private static final Duration OUTAGES = Duration.ofMinutes(5);

    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);
    private static final int AT_ONCE = 6;

    private final Product product;
    private final Shop shop;
    private final Gateway gateway;
    private final Staff staff;
    private final Shelf shelf;
    private final Books books;
    private final BlockingQueue<Shop.Customer> customers = new LinkedBlockingQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final long numbers = 7_100_000_000L;

    /** @param more how many packs of everything are brought beside those that the demo business begins with */
    World(Product product, int customers, int more) {
        this.product = product;
        Api api = Api.at(product.shop()).enduring(OUTAGES);
        this.shop = new Shop(api, Api.at(product.sandbox().watiUri()));
        this.gateway = new Gateway(api);
        this.staff = new Staff(api);
        this.shelf = new Shelf(staff.as("founder"), api.get("/api/products"));
        stock(shelf, more);
        this.books = Books.open(staff.as("founder"), shelf);
        invite(customers);
    }

    Product product() {
        return product;
    }

    Shop shop() {
        return shop;
    }

    Gateway gateway() {
        return gateway;
    }

    Staff staff() {
        return staff;
    }

    Shelf shelf() {
        return shelf;
    }

    int next() {
        return next.getAndIncrement();
    }

    /** The one who waited longest since their last order. */
    Shop.Customer customer() {
        Shop.Customer longest = customers.remove();
        customers.add(longest);
        return longest;
    }

    /** @throws Disappointment when one of them did not come to its end */
    static List<Act> ended(List<Future<Act>> lives) throws InterruptedException {
        List<Act> acts = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Future<Act> life : lives) {
            try {
                acts.add(life.get());
            } catch (ExecutionException e) {
                lost.add(String.valueOf(e.getCause()));
            }
        }
        if (!lost.isEmpty()) {
            throw new Disappointment(String.join("\n", lost));
        }
        return acts;
    }

    /**
     * What does not agree with what these orders, which are all there are, must have changed. What is still under way
     * behind them may end first.
     */
    List<String> complaints(List<Act> acts) {
        long deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
        List<String> complaints = complaintsNow(acts);
        while (!complaints.isEmpty() && System.nanoTime() < deadline) {
            Patience.pause(Duration.ofSeconds(1));
            complaints = complaintsNow(acts);
        }
        return complaints;
    }

    private List<String> complaintsNow(List<Act> acts) {
        acts.forEach(act -> act.order().refresh());
        List<String> complaints = new ArrayList<>(books.complaints(acts));
        acts.stream()
                .filter(act -> !act.complaint().isEmpty())
                .forEach(act -> complaints.add(
                        "Order %s (%s): %s.".formatted(act.order().number(), act.story(), act.complaint())));
        complaints.addAll(new Reckoning(this).complaints(acts));
        return complaints;
    }

    /** What order, engine, inbox and outbox say of it. */
    String whereabouts(Act act) {
        return product.text("""
                select o.number || ' ' || o.status || ', at ' || coalesce((
                    select string_agg(p.element || ' since ' || p.entered_at::time(0), ', ') from element_position p
                    join process_instance i on i.key = p.instance_key
                    where i.order_id = o.id and p.state = 'ACTIVE'), 'no step')
                  || ', tasks ' || coalesce((
                    select string_agg(t.element || ' ' || t.key || ' ' || t.state || coalesce(' done ' || c.completed_at::time(0), ''), ', ')
                    from human_task t left join task_completion c on c.task_key = t.key where t.order_id = o.id), 'none')
                  || ', unsent ' || (select count(*) from outbox where sent_at is null and ordering_key = o.id::text)
                  || ', attempts ' || coalesce((
                    select string_agg(d.attempt || ' ' || coalesce(d.outcome, 'open') || ' ' || coalesce(d.reason, ''), ', ')
                    from delivery_attempt d where d.order_id = o.id), 'none')
                  || ', last ' || (select string_agg(kind || ' ' || at::time(0), ', ' order by id) from order_event where order_id = o.id)
                from sales_order o where o.id = '%s'""".formatted(act.order().id()));
    }

    /** Enough of everything for so many orders. Before the books are opened. */
    private static void stock(Shelf shelf, int orders) {
        Stream.iterate(0, n -> n + 1)
                .map(shelf::affordable)
                .takeWhile(new HashSet<>()::add)
                .forEach(pack -> shelf.bringBack(pack, orders));
        shelf.fillUp(Shelf.STORE);
        shelf.fillUp("weekend-stall");
    }

    private void invite(int count) {
        Semaphore door = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> arriving = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                int number = n;
                arriving.add(threads.submit(() -> {
                    door.acquireUninterruptibly();
                    try {
                        customers.add(shop.arrive("+91" + (numbers + number), number, Integer.toString(101 + number)));
                    } finally {
                        door.release();
                    }
                }));
            }
            for (Future<?> one : arriving) {
                one.get();
            }
        } catch (Exception e) {
            throw new Disappointment("the customers did not arrive: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        staff.close();
    }
}

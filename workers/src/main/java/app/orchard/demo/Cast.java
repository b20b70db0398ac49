package app.orchard.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Everybody who takes part, for the stories to call upon. Each run has customers of its own. */
class Cast {

    private static final int AT_THE_DOOR = 4;
    private static final Duration BETWEEN_ARRIVALS = Duration.ofMillis(250);

    private final Shop shop;
    private final Gateway gateway;
    private final Crew crew;
    private final Shelf shelf;
    private final Semaphore door = new Semaphore(AT_THE_DOOR);
    private final AtomicInteger arrived = new AtomicInteger();
    private final long numbers = 7_000_000_000L + new Random().nextInt(2_900_000) * 1000L;

    Cast(URI shop, URI whatsApp, Crew crew, Shelf shelf) {
        this.shop = new Shop(Api.at(shop), Api.at(whatsApp));
        this.gateway = new Gateway(Api.at(shop));
        this.crew = crew;
        this.shelf = shelf;
    }

    Gateway gateway() {
        return gateway;
    }

    Crew crew() {
        return crew;
    }

    Shelf shelf() {
        return shelf;
    }

    Shop shop() {
        return shop;
    }

    /** Somebody new with a phone, a door and a session. */
    Shop.Customer newCustomer() {
        return arrive((phone, n) -> shop.arriveSomewhere(phone, n, Integer.toString(101 + n)));
    }

    Shop.Customer newCustomerInTheWest() {
        return arrive(shop::arriveInTheWest);
    }

    private Shop.Customer arrive(BiFunction<String, Integer, Shop.Customer> how) {
        int n = arrived.getAndIncrement();
        door.acquireUninterruptibly();
        try {
            Patience.pause(BETWEEN_ARRIVALS);
            return how.apply("+91" + (numbers + n), n);
        } finally {
            door.release();
        }
    }
}

package app.orchard.bench;

import app.orchard.customer.Addresses;
import app.orchard.customer.NewAddress;
import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.order.Carts;
import app.orchard.shared.CustomerId;
import app.orchard.slots.Load;
import app.orchard.slots.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages of the shop a second for 32 clients, with 500 products and 100,000 orders behind them. The baseline is a file
 * of the same length from the same server. What each page asks the database is listed, and is the same with little.
 */
final class Pages {

    private static final int CLIENTS = 32;
    private static final int REQUESTS = 320;
    private static final int WARM_UP = 6;
    private static final int PRODUCTS = 500;
    private static final int ORDERS = 100_000;
    private static final double GOAL = 0.3;
    private static final Map<String, String> PAGES = Map.of(
            "home", "/",
            "product list", "/products?kind=MANGO",
            "product", "/products/alphonso",
            "checkout", "/checkout");

    private final Class<?> application;
    private final EmbeddedDatabase database;

    Pages(Class<?> application, EmbeddedDatabase database) {
        this.application = application;
        this.database = database;
    }

    List<Figure> measure() {
        Path files = folder();
        try (Subject subject = Subject.serving(application, database, files);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            String cookies = arrive(subject);
            Map<String, List<String>> little = statements(subject, http, cookies);
            stock(subject.jdbc());
            History.write(subject.jdbc(), ORDERS);
            Map<String, List<String>> much = statements(subject, http, cookies);
            requireEqual(little, much);
            List<Figure> figures = new ArrayList<>();
            PAGES.forEach((name, path) -> figures.add(figure(name, path, subject.address(), files, http, cookies)));
            return figures;
        }
    }

    private static Figure figure(String name, String path, URI shop, Path files, HttpClient http, String cookies) {
        String file = name.replace(' ', '-') + ".html";
        String body = get(http, shop.resolve(path), cookies);
        write(files.resolve(file), body);
        List<Double> pages = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < WARM_UP + Rounds.OF_EACH; round++) {
            double served = perSecond(http, shop.resolve("/" + file), "");
            double rendered = perSecond(http, shop.resolve(path), cookies);
            if (round >= WARM_UP) {
                plain.add(served);
                pages.add(rendered);
            }
        }
        String figure = "%s page (%d kB), %d clients, against a file".formatted(name, body.length() / 1000, CLIENTS);
        return Figure.of(figure, "pages/s", pages, plain, GOAL);
    }

    private static double perSecond(HttpClient http, URI page, String cookies) {
        return Rounds.perSecond(
                CLIENTS,
                IntStream.range(0, REQUESTS)
                        .<Callable<Void>>mapToObj(n -> () -> {
                            get(http, page, cookies);
                            return null;
                        })
                        .toList());
    }

    /** What each page asks the database, in its order. */
    private static Map<String, List<String>> statements(Subject subject, HttpClient http, String cookies) {
        Recorder recorder = (Recorder) subject.bean(DataSource.class);
        Map<String, List<String>> said = new LinkedHashMap<>();
        PAGES.forEach((name, path) -> {
            get(http, subject.address().resolve(path), cookies);
            recorder.start(thread -> thread.getName().startsWith("tomcat-handler"));
            get(http, subject.address().resolve(path), cookies);
            said.put(
                    name,
                    recorder.stop().stream()
                            .flatMap(visit -> visit.statements().stream())
                            .toList());
        });
        return said;
    }

    private static void requireEqual(Map<String, List<String>> little, Map<String, List<String>> much) {
        much.forEach((name, said) -> {
            System.out.printf("The %s page asks the database %d times:%n", name, said.size());
            said.forEach(sql -> System.out.println("  " + sql.replaceAll("\\s+", " ")));
            if (said.size() != little.getOrDefault(name, List.of()).size()) {
                throw new IllegalStateException("With little data the %s page asks %d times"
                        .formatted(name, little.getOrDefault(name, List.of()).size()));
            }
        });
    }

    /** Somebody who lives in a complex, has a cart and holds a time. @return their cookies */
    private static String arrive(Subject subject) {
        JdbcClient jdbc = subject.jdbc();
        CustomerId customer = CustomerId.next();
        String token = "bench-" + UUID.randomUUID();
        jdbc.sql("insert into customer (id, phone, created_at) values (?, '+918099999999', now())")
                .param(customer.value())
                .update();
        jdbc.sql("""
                insert into customer_session (token_hash, customer_id, created_at, expires_at)
                values (encode(sha256(?::bytea), 'hex'), ?, now(), now() + interval '1 day')""").params(token, customer.value()).update();
        UUID apartment = jdbc.sql("select id from apartment order by name limit 1")
                .query(UUID.class)
                .single();
        subject.bean(Addresses.class).add(customer, NewAddress.in(apartment, "A", "1", ""));
        Carts carts = subject.bean(Carts.class);
        UUID cart = carts.create().id();
        carts.adopt(cart, customer);
        jdbc.sql("select id from variant order by sku limit 3")
                .query(UUID.class)
                .list()
                .forEach(variant -> carts.put(cart, variant, 1));
        subject.bean(Slots.class).hold(Crowd.openSlot(jdbc, 10), customer, Load.STOP);
        jdbc.sql("update slot_hold set expires_at = expires_at + interval '1 day'")
                .update();
        return "orchard_customer=%s; orchard_cart=%s; orchard_place=%s".formatted(token, cart, apartment);
    }

    /** So many products in all, each with two packs. */
    private static void stock(JdbcClient jdbc) {
        jdbc.sql("""
                insert into product (id, slug, name, kind, description, allergens, image, tax_class, position)
                select gen_random_uuid(), 'bench-' || n, 'Variety ' || n, 'MANGO', 'Sweet, from an orchard nearby.', '',
                  'alphonso.svg', 'FRESH_FRUIT', 1000 + n
                from generate_series((select count(*) + 1 from product), ?) n""").param(PRODUCTS).update();
        jdbc.sql("""
                insert into variant (id, product_id, sku, pack, price, position, weight_grams)
                select gen_random_uuid(), p.id, p.slug || '-' || n, 'Box of ' || n * 6, 40000 * n, n, 2000 * n
                from product p, generate_series(1, 2) n where p.slug like 'bench-%'""").update();
        jdbc.sql("""
                insert into inventory (variant_id, location_id)
                select v.id, l.id from variant v, location l
                where l.code = 'store' and v.sku like 'bench-%'""").update();
        jdbc.sql("""
                insert into stock_lot (id, variant_id, location_id, code, received_at, on_hand)
                select gen_random_uuid(), i.variant_id, i.location_id, 'bench', now(), 100
                from inventory i join variant v on v.id = i.variant_id where v.sku like 'bench-%'""").update();
    }

    private static String get(HttpClient http, URI page, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(page + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bench was interrupted", e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("orchard-bench-pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.orchard.bench;

import app.orchard.embedded.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders placed a second over HTTP by 32 clients. The baseline says the very same statements to an equal database,
 * through an equal pool, by plain JDBC: a first run of the same requests on a third copy was listened to.
 */
class PlacingOrders {

    private static final int CLIENTS = 32;
    private static final int ORDERS = 320;
    private static final double GOAL = 0.6;
    /** A shop that has just begun translates its code while it works; one that runs for days does not. */
    private static final int WARM_UP = 8;

    private final Class<?> application;
    private final EmbeddedDatabase database;

    PlacingOrders(Class<?> application, EmbeddedDatabase database) {
        this.application = application;
        this.database = database;
    }

    Figure measure() {
        System.setProperty("http.maxConnections", Integer.toString(CLIENTS));
        int rounds = WARM_UP + Rounds.OF_EACH;
        List<List<Crowd.Shopper>> shoppers = prepare(rounds);
        String forReplay = database.copy("orchard", "replay");
        String forRecording = database.copy("orchard", "recording");
        List<List<List<Recorder.Visit>>> said = record(forRecording, shoppers);
        List<Double> overHttp = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        try (Subject subject = Subject.withoutEngine(application, database.url(), database);
                HikariDataSource pool = pool(forReplay)) {
            for (int round = 0; round < rounds; round++) {
                double replayed = replay(pool, said.get(round));
                double placed = place(subject, shoppers.get(round));
                if (round >= WARM_UP) {
                    plain.add(replayed);
                    overHttp.add(placed);
                }
            }
            requireEqual(subject.jdbc(), JdbcClient.create(pool));
        }
        return Figure.of("place-order over HTTP, " + CLIENTS + " clients", "orders/s", overHttp, plain, GOAL);
    }

    private List<List<Crowd.Shopper>> prepare(int rounds) {
        try (Subject subject = Subject.withoutEngine(application, database.url(), database)) {
            Crowd crowd = new Crowd(subject);
            List<List<Crowd.Shopper>> shoppers =
                    IntStream.range(0, rounds).mapToObj(n -> crowd.of(ORDERS)).toList();
            // All of them wait longer than a place is kept
            subject.jdbc()
                    .sql("update slot_hold set expires_at = expires_at + interval '1 day'")
                    .update();
            return shoppers;
        }
    }

    /** One request after the other, so that what was said for which is clear. */
    private List<List<List<Recorder.Visit>>> record(String url, List<List<Crowd.Shopper>> shoppers) {
        try (Subject subject = Subject.withoutEngine(application, url, database)) {
            Recorder recorder = (Recorder) subject.bean(DataSource.class);
            return shoppers.stream()
                    .map(round -> round.stream()
                            .map(shopper -> {
                                recorder.start(thread -> thread.getName().startsWith("tomcat-handler"));
                                place(subject.address(), shopper);
                                return recorder.stop();
                            })
                            .toList())
                    .toList();
        }
    }

    private double replay(DataSource pool, List<List<Recorder.Visit>> said) {
        return Rounds.perSecond(
                CLIENTS,
                said.stream()
                        .<Callable<Void>>map(visits -> () -> {
                            for (Recorder.Visit visit : visits) {
                                try (Connection connection = pool.getConnection()) {
                                    visit.repeat(connection);
                                }
                            }
                            return null;
                        })
                        .toList());
    }

    private double place(Subject subject, List<Crowd.Shopper> shoppers) {
        URI shop = subject.address();
        return Rounds.perSecond(
                CLIENTS,
                shoppers.stream()
                        .<Callable<Void>>map(shopper -> () -> {
                            place(shop, shopper);
                            return null;
                        })
                        .toList());
    }

    /** By the leanest client of the JDK, which keeps connections: what clients compute is taken from the application. */
    private static void place(URI shop, Crowd.Shopper shopper) {
        try {
            var request =
                    (HttpURLConnection) shop.resolve("/api/orders").toURL().openConnection();
            request.setRequestProperty("Authorization", "Bearer " + shopper.token());
            request.setRequestProperty("Content-Type", "application/json");
            request.setRequestProperty("Idempotency-Key", "bench");
            request.setDoOutput(true);
            byte[] wanted = "{\"quote\": \"%s\", \"hold\": \"%s\", \"payment\": \"cash\"}"
                    .formatted(shopper.quote(), shopper.hold())
                    .getBytes(StandardCharsets.UTF_8);
            request.setFixedLengthStreamingMode(wanted.length);
            try (OutputStream body = request.getOutputStream()) {
                body.write(wanted);
            }
            int status = request.getResponseCode();
            try (InputStream answer = status < 400 ? request.getInputStream() : request.getErrorStream()) {
                String said = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                if (status != 201) {
                    throw new IllegalStateException("An order was answered with " + status + ": " + said);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("An order was not answered", e);
        }
    }

    /** Both wrote the same, or the comparison means nothing. */
    private static void requireEqual(JdbcClient placed, JdbcClient replayed) {
        for (String table :
                List.of("sales_order", "order_line", "stock_movement", "payment", "outbox", "order_event")) {
            long here = placed.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
            long there = replayed.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single();
            if (here != there) {
                throw new IllegalStateException(
                        "%d rows of %s were written, %d by plain JDBC".formatted(here, table, there));
            }
        }
    }

    private HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(24);
        return pool;
    }
}

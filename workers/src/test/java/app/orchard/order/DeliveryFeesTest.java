package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.engine.DecisionFault;
import app.orchard.engine.DecisionFaults;
import app.orchard.shared.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class DeliveryFeesTest {

    private static final AtomicInteger VERSIONS = new AtomicInteger();
    private static final Money SMALL = Money.of(50_000);

    @Autowired
    private DeliveryFees fees;

    @Autowired
    private DecisionFaults faults;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingDeployedYet() {
        jdbc.sql("delete from engine_model").update();
        jdbc.sql("delete from decision_fault").update();
    }

    @ParameterizedTest
    @CsvSource({
        "north,  99900, 04:30, 0, 99900, Delivery is free from ₹999.",
        "north,  99899, 04:30, 4000, 99900, 'Delivery costs ₹40, free from ₹999.'",
        "north,  99899,      , 4000, 99900, 'Delivery costs ₹40, free from ₹999.'",
        "north,      1, 02:29, 6000, 99900, 'Delivery before 8 in the morning costs ₹60, free from ₹999.'",
        "south, 119900, 01:00, 0, 119900, 'Delivery is free from ₹1,199.'",
        "south, 119899, 02:30, 5000, 119900, 'Delivery costs ₹50, free from ₹1,199.'",
        "south,      1, 02:29, 7000, 119900, 'Delivery before 8 in the morning costs ₹70, free from ₹1,199.'",
    })
    void followsEveryRowOfTheTableThatCameWithTheSoftware(
            String zone, long goods, String utc, long fee, long freeFrom, String reason) {
        Instant startsAt = utc == null ? null : Instant.parse("2027-04-10T" + utc + ":00Z");

        assertThat(fees.of(zone, Money.of(goods), startsAt))
                .isEqualTo(new DeliveryFee(Money.of(fee), Money.of(freeFrom), Money.of(19_900), reason));
    }

    @Test
    void knowsWhatIsMissingForFreeDelivery() {
        DeliveryFee fee = fees.of("north", SMALL, null);

        assertThat(fee.missing(SMALL)).isEqualTo(Money.of(49_900));
        Money enough = SMALL.plus(Money.of(49_900));
        assertThat(fees.of("north", enough, null).fee()).isEqualTo(Money.ZERO);
        assertThat(fees.of("north", enough.minus(Money.of(1)), null).fee().isPositive())
                .isTrue();
    }

    @Test
    void usesTheVersionThatWasDeployedLast() {
        deploy(shipped().replace("<text>4000</text>", "<text>4500</text>"));
        deploy(shipped().replace("<text>4000</text>", "<text>4700</text>"));

        assertThat(fees.of("north", SMALL, null).fee()).isEqualTo(Money.of(4700));
        assertThat(faults.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<text>4000</text>, <text>-1</text>",
        "<text>4000</text>, <text>40.5</text>",
        "<text>4000</text>, <text>\"forty\"</text>",
        "<text>4000</text>, <text></text>",
        "<text>&lt; 99900</text>, <text>&lt; 100</text>",
        "<text>&gt;= 99900</text>, <text>&gt;= 1</text>",
        "name=\"fee\", name=\"price\"",
        "<text>4000</text>, <text>4000 +</text>",
        "</definitions>, <definitions>",
    })
    void keepsToTheLastGoodVersionAndTellsWhenTheNewestCannotBeUsed(String sound, String broken) {
        deploy(shipped().replace("<text>4000</text>", "<text>4500</text>"));
        int version = deploy(shipped().replace(sound, broken));

        assertThat(fees.of("north", SMALL, null).fee()).isEqualTo(Money.of(4500));
        assertThat(faults.open()).singleElement().satisfies(fault -> {
            assertThat(fault)
                    .extracting(DecisionFault::decision, DecisionFault::version)
                    .containsExactly("delivery-fee", version);
            assertThat(fault.sentence()).isNotBlank();
        });

        deploy(shipped());
        assertThat(fees.of("north", SMALL, null).fee()).isEqualTo(Money.of(4000));
        assertThat(faults.open()).isEmpty();
    }

    @Test
    void fallsBackToItsOwnTableWhenNoDeployedOneCanBeUsed() {
        deploy(shipped().replace("<text>4000</text>", "<text>-1</text>"));

        assertThat(fees.of("north", SMALL, null).fee()).isEqualTo(Money.of(4000));
        assertThat(faults.open()).hasSize(1);
    }

    /** As the exporter would have told. */
    private int deploy(String table) {
        int version = VERSIONS.incrementAndGet();
        jdbc.sql("""
                insert into engine_model (key, kind, id, version, resource, content, deployed_at)
                values (?, 'DECISION_REQUIREMENTS', 'definitions_deliveryFee', ?, 'delivery-fee.dmn', ?, now())""").params(version, version, table).update();
        return version;
    }

    private static String shipped() {
        try {
            return new ClassPathResource("dmn/delivery-fee.dmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

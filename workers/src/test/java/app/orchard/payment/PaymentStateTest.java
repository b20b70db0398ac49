package app.orchard.payment;

import static app.orchard.payment.PaymentState.CANCELLED;
import static app.orchard.payment.PaymentState.CAPTURED;
import static app.orchard.payment.PaymentState.CREATED;
import static app.orchard.payment.PaymentState.ERRORED;
import static app.orchard.payment.PaymentState.EXPIRED;
import static app.orchard.payment.PaymentState.FAILED;
import static app.orchard.payment.PaymentState.PENDING;
import static app.orchard.payment.PaymentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** A payment goes forward only, whatever comes in whatever order. */
class PaymentStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Money PRICE = Money.of(125_000);

    private static final Map<PaymentState, Set<PaymentState>> FORWARD = Map.of(
            CREATED, EnumSet.of(PENDING, CAPTURED, FAILED, ERRORED, UNKNOWN, EXPIRED, CANCELLED),
            ERRORED, EnumSet.of(ERRORED, UNKNOWN, PENDING, CAPTURED, FAILED, EXPIRED, CANCELLED),
            UNKNOWN, EnumSet.of(UNKNOWN, PENDING, CAPTURED, FAILED, EXPIRED, CANCELLED),
            PENDING, EnumSet.of(CAPTURED, EXPIRED, CANCELLED),
            FAILED, EnumSet.of(CAPTURED, CANCELLED),
            EXPIRED, EnumSet.of(CAPTURED, CANCELLED),
            CANCELLED, EnumSet.of(CAPTURED),
            CAPTURED, EnumSet.noneOf(PaymentState.class));

    static Stream<Arguments> everyTransition() {
        return Arrays.stream(PaymentState.values())
                .flatMap(from -> Arrays.stream(PaymentState.values()).map(to -> Arguments.of(from, to)));
    }

    private static Set<PaymentState> forward(PaymentState from) {
        return FORWARD.getOrDefault(from, Set.of());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyTransition")
    void goesForwardOnly(PaymentState from, PaymentState to) {
        assertThat(from.canBecome(to)).isEqualTo(forward(from).contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void neverComesBackToAStateItLeft(PaymentState left) {
        Set<PaymentState> seen = EnumSet.noneOf(PaymentState.class);
        List<PaymentState> ahead = new ArrayList<>(after(left));
        while (!ahead.isEmpty()) {
            PaymentState next = ahead.removeLast();
            if (seen.add(next)) {
                ahead.addAll(after(next));
            }
        }
        assertThat(seen).doesNotContain(left);
    }

    private static Set<PaymentState> after(PaymentState state) {
        Set<PaymentState> others = EnumSet.noneOf(PaymentState.class);
        forward(state).stream().filter(next -> next != state).forEach(others::add);
        return others;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whateverHappensToItItGoesForwardOrRefuses(PaymentState from) {
        List<Consumer<Payment>> happenings = List.of(
                payment -> payment.requested("order_1", NOW),
                payment -> payment.notRequested(FAILED, "no", NOW),
                payment -> payment.notRequested(ERRORED, "away", NOW),
                payment -> payment.notRequested(UNKNOWN, "silent", NOW),
                payment -> payment.capture(PRICE),
                payment -> payment.capture(Money.of(1)),
                Payment::expire,
                Payment::cancel,
                payment -> payment.switchToOnline(NOW));
        for (var happening : happenings) {
            Payment payment = in(from);
            try {
                happening.accept(payment);
            } catch (Refusal refusal) {
                assertThat(payment.state()).isEqualTo(from);
            }
            assertThat(payment.state())
                    .isIn(Stream.concat(Stream.of(from), forward(from).stream()).toList());
        }
    }

    @Test
    void tellsPeopleHowMuchWentBack() {
        assertThat(PaymentStanding.of(PENDING, Money.ZERO, Money.ZERO)).isEqualTo(PaymentStanding.PENDING);
        assertThat(PaymentStanding.of(CAPTURED, PRICE, Money.ZERO)).isEqualTo(PaymentStanding.CAPTURED);
        assertThat(PaymentStanding.of(CAPTURED, PRICE, Money.of(1))).isEqualTo(PaymentStanding.PARTLY_REFUNDED);
        assertThat(PaymentStanding.of(CAPTURED, PRICE, PRICE)).isEqualTo(PaymentStanding.REFUNDED);
    }

    @Test
    void cannotSendBackMoreThanCame() {
        Payment payment = in(CREATED);
        payment.capture(PRICE);
        payment.refund(Money.of(100_000));
        assertThatThrownBy(() -> payment.refund(Money.of(25_001))).isInstanceOf(Refusal.class);
        payment.refund(Money.of(25_000));
        assertThat(payment.retained()).isEqualTo(Money.ZERO);
    }

    @Test
    void isAskedAboutAgainWithGrowingPausesUntilNoMoneyCanCome() {
        Payment payment = in(EXPIRED);
        List<Duration> pauses = new ArrayList<>();
        Instant now = NOW;
        Instant due = next(payment, now);
        while (due != null) {
            pauses.add(Duration.between(now, due));
            now = due;
            due = next(payment, now);
        }
        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(90), Duration.ofMinutes(3), Duration.ofMinutes(6), Duration.ofMinutes(12));
        assertThat(pauses).isSorted().allMatch(pause -> pause.compareTo(Duration.ofHours(6)) <= 0);
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofDays(3), Duration.ofDays(5));
    }

    @Test
    void isAskedAboutForDaysAfterTheDoorHoweverLongAgoItWasOrdered() {
        Instant atTheDoor = NOW.plus(Duration.ofDays(8));
        Payment payment = askedForAtTheDoor(atTheDoor);

        assertThat(next(payment, atTheDoor.plus(Duration.ofDays(3)))).isNotNull();
        assertThat(next(payment, atTheDoor.plus(Duration.ofDays(5)))).isNull();
    }

    @Test
    void isAskedAboutAfterTheCashWhileItCanBePaidThereToo() {
        Payment payment = askedForAtTheDoor(NOW);
        payment.collect(PRICE);

        assertThat(checkDueAt(payment)).isNotNull();
        assertThat(next(payment, NOW.plusSeconds(90))).isNotNull();
        payment.checked(NOW.plusSeconds(180), Duration.ofSeconds(90), true);
        assertThat(checkDueAt(payment)).isNull();
    }

    @Test
    void isToBePaidInCashAgainWhenTheGatewayRefusesIt() {
        for (PaymentState before : List.of(CREATED, ERRORED, UNKNOWN)) {
            Payment payment = inCash();
            ReflectionTestUtils.setField(payment, "state", before);
            payment.startAsking(NOW);
            payment.refusedByGateway("Too much for UPI", NOW);

            assertThat(payment.state()).isEqualTo(CREATED);
            assertThat(payment).hasFieldOrPropertyWithValue("failure", "Too much for UPI");
        }
    }

    private static Payment askedForAtTheDoor(Instant now) {
        Payment payment = inCash();
        payment.startAsking(now);
        payment.requested("order_1", now.plusSeconds(90));
        return payment;
    }

    private static Payment inCash() {
        return new Payment(new NewPayment(OrderId.next(), null, "M-1", PaymentMethod.CASH, PRICE, null), NOW);
    }

    private static @Nullable Instant next(Payment payment, Instant now) {
        payment.checked(now, Duration.ofSeconds(90), false);
        return checkDueAt(payment);
    }

    private static @Nullable Instant checkDueAt(Payment payment) {
        return (Instant) ReflectionTestUtils.getField(payment, "checkDueAt");
    }

    private static Payment in(PaymentState state) {
        var payment = new Payment(
                new NewPayment(OrderId.next(), null, "M-1", PaymentMethod.ONLINE, PRICE, NOW.plusSeconds(900)), NOW);
        ReflectionTestUtils.setField(payment, "state", state);
        return payment;
    }
}

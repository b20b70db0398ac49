package app.orchard.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.shared.Sheet;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class SettlementTest {

    @Autowired
    private DailySettlement settlement;

    @Autowired
    private Differences differences;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private MoneyHistory history;
    private Staff founder;
    private LocalDate today;

    @BeforeEach
    void nothingHappenedYet() {
        history = new MoneyHistory(jdbc, business, accounts);
        history.forget();
        founder = accounts.byLogin("founder").orElseThrow();
        today = business.dayOf(clock.instant());
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    /** Whatever happens: the columns are the books of payments, and the difference is what the world kept back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void alwaysAgreesWithTheBooksOfPayments(long seed) {
        MoneyHistory.Truth truth = history.live(new Random(seed), today);

        List<SettlementDay> days = settlement.days(today.minusDays(40), today, founder);

        assertThat(sum(days, SettlementDay::captured)).isEqualTo(books("select sum(amount) from payment_capture"));
        assertThat(sum(days, SettlementDay::captured)).isEqualTo(books("select sum(captured) from payment"));
        assertThat(sum(days, SettlementDay::expected))
                .isEqualTo(books("select sum(least(amount, captured)) from payment"));
        assertThat(sum(days, SettlementDay::refunded)).isEqualTo(books("select sum(refunded) from payment"));
        assertThat(sum(days, SettlementDay::fees)).isEqualTo(books("select sum(fee) from gateway_ledger"));
        assertThat(sum(days, SettlementDay::settled)).isEqualTo(truth.arrived());
        assertThat(sum(days, SettlementDay::difference)).isEqualTo(truth.keptBack());
        for (SettlementDay day : days) {
            List<SettlementDay> lines = settlement.lines(day.day(), day.method(), founder).stream()
                    .map(SettlementLine::sums)
                    .toList();
            assertThat(sum(lines, SettlementDay::difference)).isEqualTo(day.difference());
            assertThat(sum(lines, SettlementDay::settled)).isEqualTo(day.settled());
        }
    }

    @Test
    void belongsToTheDayOfTheBusinessNotOfUtc() {
        LocalDate day = today.minusDays(10);
        history.paidOnline(Money.of(1000), day.atTime(0, 10), true);
        history.paidOnline(Money.of(2000), day.atTime(23, 50), true);

        assertThat(settlement.days(day, day, founder))
                .singleElement()
                .satisfies(row -> assertThat(row.captured()).isEqualTo(Money.of(3000)));
    }

    @Test
    void waitsForWhatIsNotLateYet() {
        history.paidOnline(Money.of(1000), today.minusDays(2).atTime(12, 0), false);
        history.paidInCash(Money.of(500), today.minusDays(1).atTime(12, 0));

        assertThat(settlement.days(today.minusDays(3), today, founder)).allSatisfy(row -> {
            assertThat(row.difference()).isEqualTo(Money.ZERO);
            assertThat(row.inWords()).endsWith("on its way.");
        });
    }

    @Test
    void asksTheFounderOncePerDayAndMethod() {
        LocalDate day = today.minusDays(8);
        history.paidOnline(Money.of(1000), day.atTime(12, 0), false);
        history.paidInCash(Money.of(500), day.atTime(12, 0));

        differences.find();
        differences.find();

        assertThat(messages("settlement.differenceFound")).containsExactly(day + ":CASH", day + ":ONLINE");
        assertThat(known(day, PaymentMethod.ONLINE).amount()).isEqualTo(Money.of(-1000));
        assertThat(settlement.days(day, day, founder))
                .extracting(SettlementDay::inWords)
                .containsExactly("₹5.00 missing.", "₹10.00 missing.");
    }

    @Test
    void closesWithAnExplanationAndAsksAgainOnlyWhenItChanges() {
        LocalDate day = today.minusDays(8);
        history.paidOnline(Money.of(1000), day.atTime(12, 0), false);
        differences.find();

        differences.explain(new Subject(day, PaymentMethod.ONLINE), "The bank was closed", founder);
        differences.find();
        assertThat(known(day, PaymentMethod.ONLINE))
                .extracting(Difference::state, Difference::explanation, Difference::explainedBy)
                .containsExactly(Difference.State.EXPLAINED, "The bank was closed", founder.name());
        assertThat(messages("settlement.differenceFound")).hasSize(1);

        history.paidOnline(Money.of(300), day.atTime(13, 0), false);
        differences.find();
        assertThat(messages("settlement.differenceFound")).hasSize(2);
        assertThat(known(day, PaymentMethod.ONLINE).state()).isEqualTo(Difference.State.OPEN);
    }

    @Test
    void takesTheQuestionBackWhenTheMoneyTurnsUp() {
        LocalDate day = today.minusDays(8);
        String payment = history.paidOnline(Money.of(1000), day.atTime(12, 0), false);
        differences.find();
        differences.recheck(new Subject(day, PaymentMethod.ONLINE));
        assertThat(messages("settlement.differenceGone")).isEmpty();

        history.settle(payment, Money.of(1000), Money.of(20), Money.ZERO, day.atTime(12, 0));
        differences.recheck(new Subject(day, PaymentMethod.ONLINE));
        differences.find();

        assertThat(messages("settlement.differenceGone")).containsExactly(day + ":ONLINE");
        assertThat(known(day, PaymentMethod.ONLINE).state()).isEqualTo(Difference.State.GONE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> differences.explain(new Subject(day, PaymentMethod.ONLINE), "late", founder))
                .matches(refusal -> refusal.type().equals("difference-over"));
    }

    @Test
    void tellsWhoHandedOverTooLittle() {
        history.handedOverShort(
                Money.of(179_800), Money.of(178_800), today.minusDays(3).atTime(12, 0));

        assertThat(settlement.lines(today.minusDays(3), PaymentMethod.CASH, founder))
                .extracting(SettlementLine::what)
                .contains("Ravi handed over 1788.00 instead of 1798.00 rupees: Counted");
    }

    @Test
    void isForFoundersOnly() {
        Staff driver = new Staff(UUID.randomUUID(), "d", "D", "+910", java.util.Set.of(Role.DRIVER));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> settlement.days(today, today, driver));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> settlement.lines(today, PaymentMethod.CASH, driver));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> settlement.csv(today, today, driver));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> differences.explain(new Subject(today, PaymentMethod.CASH), "x", driver));
    }

    @Test
    void givesSpreadsheetsNumbersAndNoFormulas() {
        LocalDate day = today.minusDays(8);
        history.paidOnline(Money.of(1050), day.atTime(12, 0), false);

        assertThat(settlement.csv(day, day, founder).lines())
                .containsExactly(
                        "day,method,expected,captured,fees,refunded,settled,on_its_way,difference,in_words",
                        day + ",online,10.50,10.50,0.00,0.00,0.00,0.00,-10.50,₹10.50 missing.");
        assertThat(List.of("=1+1", "+1", "-1", "@x", "\tx"))
                .allSatisfy(text -> assertThat(Sheet.text(text)).startsWith("'"));
        assertThat(Sheet.text("All there.")).isEqualTo("All there.");
    }

    private Difference known(LocalDate day, PaymentMethod method) {
        return differences.get(new Subject(day, method)).orElseThrow();
    }

    private List<String> messages(String name) {
        return jdbc.sql("select ordering_key from outbox where command->>'name' = ? order by ordering_key")
                .param(name)
                .query(String.class)
                .list();
    }

    private Money books(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> row.getBigDecimal(1) == null
                        ? Money.ZERO
                        : Money.of(row.getBigDecimal(1).longValueExact()))
                .single();
    }

    private static Money sum(List<SettlementDay> days, Function<SettlementDay, Money> column) {
        return days.stream().map(column).reduce(Money.ZERO, Money::plus);
    }
}

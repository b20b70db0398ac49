package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.DemoBusinessTest;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderSteps;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.PictureTest;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class ProofsTest {

    private static final String SKU = "TOTAPURI-2";
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Packer", "", Set.of(Role.PACKER));

    @Autowired
    private Shopper shopper;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Orders orders;

    @Autowired
    private Runs runs;

    @Autowired
    private RunPlanning planning;

    @Autowired
    private Tours tours;

    @Autowired
    private Stops stops;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Proofs proofs;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private Slots slots;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Staff founder;
    private Staff driver;

    @BeforeEach
    void aDriverOfOnesOwn() {
        founder = accounts.byLogin("founder").orElseThrow();
        String login = "driver-" + TimeOrderedId.next();
        driver = accounts.create(login, "Driver", "+919845000077", "orchard-orchard", Set.of(Role.DRIVER));
    }

    @Test
    void handsOverWhatIsPaidAndDearForThePinOnly() {
        OrderId order = onTheWay(3, PaymentMethod.ONLINE);
        String pin = proofs.pin(order).orElseThrow();

        assertThat(stops.of(driver))
                .singleElement()
                .satisfies(stop -> assertThat(stop.needsPin()).isTrue());
        refused("pin-missing", () -> deliver(order, "", "", driver));
        refused("wrong-pin", () -> deliver(order, wrong(pin), "", driver));
        assertThat(status(order)).isEqualTo(OrderStatus.OUT_FOR_DELIVERY);
        deliver(order, pin, "", driver);

        assertThat(status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(proofs.pin(order)).isEmpty();
    }

    @Test
    void doesNotLetAPinBeGuessed() {
        OrderId order = onTheWay(3, PaymentMethod.ONLINE);
        String pin = proofs.pin(order).orElseThrow();
        for (int n = 0; n < Proofs.MOST_WRONG_PINS; n++) {
            refused("wrong-pin", () -> deliver(order, wrong(pin), "", driver));
        }

        refused("too-many-pins", () -> deliver(order, pin, "I am sure", driver));
        refused("pin-missing", () -> deliver(order, "", "", founder));
        deliver(order, "", "The customer told me by telephone", founder);

        assertThat(status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void asksNothingOfWhoPaysAtTheDoorOrPaidLittle() {
        OrderId cash = onTheWay(3, PaymentMethod.CASH);
        OrderId small = onTheWay(1, PaymentMethod.ONLINE);

        assertThat(proofs.pin(cash)).isEmpty();
        assertThat(proofs.pin(small)).isEmpty();
        deliveries.delivered(cash, new Handover(deliveries.due(cash), ""), driver);
        deliver(small, "", "", driver);
        assertThat(status(cash)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void isKeptByTheDatabaseAsWell() {
        OrderId order = onTheWay(3, PaymentMethod.ONLINE);

        assertThatThrownBy(() -> jdbc.sql("""
                        update delivery_attempt set outcome = 'DELIVERED', ended_at = now() where order_id = ?""").param(order.value()).update()).hasMessageContaining("delivery_attempt");
    }

    @Test
    void believesInAClosedDoorThatIsShownOnly() throws IOException {
        OrderId order = onTheWay(1, PaymentMethod.ONLINE);
        OrderId another = onTheWay(1, PaymentMethod.ONLINE);
        assertThat(stops.of(driver))
                .allSatisfy(stop -> assertThat(stop.evidence()).containsExactly(Map.entry("notHome", "photo")));

        UUID elsewhere = photo(another, "elsewhere", driver);
        refused("photo-missing", () -> notHome(order, List.of(), "Nobody came", driver));
        refused("photo-missing", () -> notHome(order, List.of(), "", founder));
        refused("bad-evidence", () -> notHome(order, List.of(elsewhere), "", driver));
        refused("bad-evidence", () -> notHome(order, List.of(UUID.randomUUID()), "", driver));
        notHome(order, List.of(photo(order, "door", driver)), "", driver);
        notHome(another, List.of(), "I was on the phone with Ravi", founder);

        assertThat(status(order)).isEqualTo(OrderStatus.ATTEMPT_FAILED);
        assertThat(status(another)).isEqualTo(OrderStatus.ATTEMPT_FAILED);
    }

    @Test
    void handsOverForASignatureWhereThePolicyWantsOne() throws IOException {
        OrderId order = onTheWay(1, PaymentMethod.ONLINE);
        jdbc.sql("update delivery_attempt set proof = 'signature' where order_id = ?")
                .param(order.value())
                .update();
        assertThat(stops.of(driver)).singleElement().satisfies(stop -> {
            assertThat(stop.proof()).isEqualTo("signature");
            assertThat(stop.needsPin()).isFalse();
        });

        List<UUID> onlyAPhoto = List.of(photo(order, "door", driver));
        refused("signature-missing", () -> deliver(order, onlyAPhoto));
        UUID signature =
                evidence.add(order, EvidenceKind.SIGNATURE, PictureTest.picture("png", 300, 100), "sign", driver);
        deliver(order, List.of(signature));

        assertThat(status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void keepsAPictureOnceAndForTheDriverAndTheFounderOnly() throws IOException {
        OrderId order = onTheWay(1, PaymentMethod.ONLINE);
        Staff other = accounts.create(
                "driver-" + TimeOrderedId.next(), "Other", "+919845000078", "orchard-orchard", Set.of(Role.DRIVER));

        UUID photo = photo(order, "same", driver);
        assertThat(photo(order, "same", driver)).isEqualTo(photo);
        refused("key-reused", () -> evidence.add(order, EvidenceKind.SIGNATURE, new byte[1], "same", driver));
        refused("forbidden", () -> photo(order, "mine", other));
        refused("forbidden", () -> photo(order, "mine", PACKER));
        refused("bad-picture", () -> evidence.add(order, EvidenceKind.PHOTO, new byte[9], "broken", driver));

        assertThat(evidence.of(order, founder)).extracting(Evidence::id).containsExactly(photo);
        assertThat(evidence.of(order, driver)).extracting(Evidence::id).containsExactly(photo);
        assertThat(evidence.of(order, other)).isEmpty();
        assertThat(ImageIO.read(new ByteArrayInputStream(evidence.picture(photo, founder))))
                .isNotNull();
        refused("not-found", () -> evidence.picture(photo, other));
        refused("forbidden", () -> evidence.picture(photo, PACKER));
        notHome(order, List.of(photo), "", driver);
        assertThat(photo(order, "same", driver)).as("sent again afterwards").isEqualTo(photo);
        refused("not-on-the-way", () -> photo(order, "late", driver));
    }

    @Test
    void forgetsPicturesAfterHalfAYear() throws IOException {
        OrderId order = onTheWay(1, PaymentMethod.ONLINE);
        UUID old = photo(order, "old", driver);
        UUID young = photo(order, "young", driver);
        Map.of(old, 181, young, 179)
                .forEach((id, days) -> jdbc.sql(
                                "update delivery_evidence set stored_at = now() - ? * interval '1 day' where id = ?")
                        .params(days, id)
                        .update());

        evidence.forgetOld();

        assertThat(evidence.of(order, founder)).extracting(Evidence::id).containsExactly(young);
        refused("not-found", () -> evidence.picture(old, founder));
        assertThat(folder.read(young)).isNotEmpty();
        refused("not-found", () -> folder.read(old));
    }

    private UUID photo(OrderId order, String key, Staff by) throws IOException {
        return evidence.add(order, EvidenceKind.PHOTO, PictureTest.picture("jpeg", 200, 100), key, by);
    }

    private void notHome(OrderId order, List<UUID> pictures, String note, Staff by) {
        deliveries.failed(order, new Failure(FailureReason.NOT_HOME, note, pictures), by);
    }

    private void deliver(OrderId order, List<UUID> pictures) {
        deliveries.delivered(order, new Handover(Money.ZERO, "", "", pictures), driver);
    }

    private void deliver(OrderId order, String pin, String note, Staff by) {
        deliveries.delivered(order, new Handover(Money.ZERO, note, pin), by);
    }

    private OrderId onTheWay(int packs, PaymentMethod method) {
        Slot slot = shopper.ownSlot(2);
        OrderId order = shopper.orderIn(slot, SKU, packs, method);
        if (method == PaymentMethod.ONLINE) {
            jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                    .param(order.value())
                    .update();
        }
        steps.confirm(order);
        steps.pack(order, PACKER);
        UUID run = runs.all(founder).stream()
                .filter(row -> row.slot().equals(slot.id()))
                .findFirst()
                .orElseThrow()
                .id();
        planning.plan(run);
        tours.start(runs.approve(run, driver.login(), founder).getFirst().id(), driver);
        return order;
    }

    private OrderStatus status(OrderId order) {
        return orders.get(order, founder).status();
    }

    private static String wrong(String pin) {
        return pin.equals("0000") ? "1111" : "0000";
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}

package app.orchard.refund;

import app.orchard.order.Timeline;
import app.orchard.payment.HandPayment;
import app.orchard.payment.Payments;
import app.orchard.payment.RefundDesk;
import app.orchard.payment.RefundProgress;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One method per step of the process {@code refund}. The engine may ask for a step twice: each looks at what is stored
 * first.
 */
@Service
class RefundSteps {

    private final RefundBooks books;
    private final RefundDesk desk;
    private final Payments payments;
    private final TransactionTemplate transaction;

    RefundSteps(RefundBooks books, RefundDesk desk, Payments payments, TransactionTemplate transaction) {
        this.books = books;
        this.desk = desk;
        this.payments = payments;
        this.transaction = transaction;
    }

    /**
     * Writes down what goes back, unless that was done when it was asked for or promised.
     *
     * @param id none when another process calls
     * @param instance of the process
     */
    RefundRequestView calculate(@Nullable UUID id, RefundCause cause, RefundPolicy policy, long instance) {
        return inTransaction(() -> {
            books.lock(cause.order());
            UUID known = id == null ? idOf(cause, instance) : id;
            RefundRequest request = books.find(known)
                    .orElseGet(() -> books.write(known, cause, books.planned(cause, policy), Timeline.SYSTEM, false));
            if (request.decideBy(policy, instance, books.settleBy(), books.now())) {
                tell(request);
            }
            return request;
        });
    }

    /** An order is cancelled once and comes back once; late money may come several times. */
    static UUID idOf(RefundCause cause, long instance) {
        String occasion = cause.reason() == RefundReason.CAPTURED_LATE ? ":" + instance : "";
        String name = cause.reason().wireName() + ":" + cause.order() + occasion;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(RefundRequest request) {
        if (request.state() == RefundState.SENDING) {
            books.setAside(request);
        } else if (request.state() == RefundState.TO_BE_APPROVED) {
            books.tell(
                    request,
                    "refund-waits",
                    Timeline.SYSTEM,
                    "A refund of " + request.due().format() + " waits for the founder.");
        }
    }

    /** Asks the gateway for what is due, and looks how far it is. */
    RefundProgress send(UUID id, long instance) {
        OrderId order = Objects.requireNonNull(transaction.execute(status -> {
            RefundRequest request = books.get(id);
            request.servedBy(instance);
            return request.order();
        }));
        RefundProgress progress = desk.send(order, id);
        transaction.executeWithoutResult(status -> look(books.get(id), progress));
        return progress;
    }

    private void look(RefundRequest request, RefundProgress progress) {
        switch (progress.state()) {
            case DONE -> request.settle(books.now());
            case FAILED ->
                books.tell(
                        request,
                        "refund-failed",
                        Timeline.SYSTEM,
                        "The gateway would not send back " + request.due().format() + ": " + progress.failure());
            case WAITING, BY_HAND -> {
                // Nothing to tell yet.
            }
        }
    }

    /** @param amount another one than was asked for, or nothing */
    void approve(long instance, @Nullable Money amount, Staff by) {
        by.require(Role.FOUNDER);
        RefundRequest request = books.ofInstance(instance);
        Money granted = amount == null ? request.due() : amount;
        Money most = books.left(request.order()).plus(request.due());
        if (!granted.isPositive() || granted.compareTo(most) > 0) {
            throw Refusal.conflict(
                    "refund-too-large", "At most " + most.format() + " can be sent back, and more than nothing.");
        }
        request.approve(granted, by.name());
        books.setAside(request);
        books.tell(request, "refund-approved", by.name(), "A refund of " + granted.format() + " was approved.");
    }

    void decline(long instance, String why, Staff by) {
        by.require(Role.FOUNDER);
        RefundRequest request = books.ofInstance(instance);
        request.decline(why, by.name(), books.now());
        books.tell(
                request,
                "refund-declined",
                by.name(),
                "A refund of " + request.due().format() + " was declined: " + why);
    }

    void paidByHand(long instance, HandPayment how, Staff by) {
        RefundRequest request = books.ofInstance(instance);
        payments.paidByHand(request.order(), request.getId(), how, by);
        books.tell(
                request,
                "refund-paid-out",
                by.name(),
                "Paid back by hand (" + how.way().name().toLowerCase(Locale.ROOT) + ", " + how.reference() + ").");
    }

    void onceMore(long instance, Staff by) {
        RefundRequest request = books.ofInstance(instance);
        payments.sendOnceMore(request.order(), request.getId(), by);
        books.tell(request, "refund-again", by.name(), "The gateway is asked to send the money once more.");
    }

    void reportDelay(UUID id) {
        transaction.executeWithoutResult(status -> {
            RefundRequest request = books.get(id);
            if (!request.state().isEnd()) {
                books.tell(
                        request,
                        "refund-late",
                        Timeline.SYSTEM,
                        "The refund of " + request.due().format() + " should be settled by now, and is not.");
            }
        });
    }

    private RefundRequestView inTransaction(Supplier<RefundRequest> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get().asView()));
    }
}

package app.orchard.feedback;

import app.orchard.customer.Contact;
import app.orchard.customer.Customers;
import app.orchard.delivery.EvidenceStore;
import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.messaging.MessageRequest;
import app.orchard.messaging.MessageTemplate;
import app.orchard.messaging.Messages;
import app.orchard.order.OrderDelivered;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.OrderLinks;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers say how it was, each of their own orders; a low score is answered. */
@Service
@Transactional
public class Feedbacks {

    /** And everything below is a complaint. */
    static final int LOW = 2;

    /** And everything below has reasons that are no praise. */
    static final int LESS_THAN_GOOD = 3;

    private static final int BEST = 5;
    private static final int LONGEST = 1000;
    private static final Duration TIME_TO_TASTE = Duration.ofHours(3);
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(1);
    private static final Duration OPEN = Duration.ofDays(14);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Customers customers;
    private final EvidenceStore pictures;
    private final Messages messages;
    private final Timeline timeline;
    private final Engine engine;
    private final Business business;
    private final Clock clock;
    private final OrderLinks links;

    Feedbacks(
            JdbcClient jdbc,
            Orders orders,
            Customers customers,
            EvidenceStore pictures,
            Messages messages,
            Timeline timeline,
            Engine engine,
            Business business,
            Clock clock,
            OrderLinks links) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.customers = customers;
        this.pictures = pictures;
        this.messages = messages;
        this.timeline = timeline;
        this.engine = engine;
        this.business = business;
        this.clock = clock;
        this.links = links;
    }

    /** @throws Refusal NOT_FOUND for another's order */
    @Transactional(readOnly = true)
    public Optional<Feedback> of(OrderId order, CustomerId customer) {
        orders.get(order, customer);
        return find(order);
    }

    /** Whether its customer can still say, or change, how it was. */
    public boolean isOpenFor(OrderView order) {
        Instant until = order.slotEndsAt();
        return order.status() == OrderStatus.DELIVERED
                && until != null
                && clock.instant().isBefore(until.plus(OPEN));
    }

    /**
     * The first tap; another one changes it, until it was answered.
     *
     * @param score from 1 to 5
     * @throws Refusal INVALID {@code bad-score}; CONFLICT {@code feedback-closed}; NOT_FOUND for another's order
     */
    public void rate(OrderId order, CustomerId customer, int score) {
        if (score < 1 || score > BEST) {
            throw Refusal.invalid("bad-score", "Please give between one and five.");
        }
        requireOpen(order, customer);
        int changed = jdbc.sql("""
                insert into feedback as f (order_id, score, given_at) values (:order, :score, :now)
                on conflict (order_id) do update set score = excluded.score, given_at = excluded.given_at,
                    reason = null
                  where f.score <> excluded.score and f.answer is null""")
                .param("order", order.value())
                .param("score", score)
                .param("now", now())
                .update();
        if (changed > 0) {
            timeline.add(order, "feedback", "Customer", score + " of 5 for this order.");
            complainIfLow(order, score);
        }
    }

    /** The second tap. @throws Refusal as {@link #rate}; CONFLICT {@code feedback-closed} also without a score */
    public void explain(OrderId order, CustomerId customer, FeedbackReason reason) {
        requireOpen(order, customer);
        int changed = jdbc.sql("update feedback set reason = ? where order_id = ? and answer is null")
                .params(reason.name(), order.value())
                .update();
        if (changed == 0) {
            throw closed();
        }
    }

    /**
     * What went wrong, in the customer's own words and with a picture.
     *
     * @param picture a JPEG or PNG; null without one
     * @throws Refusal INVALID {@code bad-comment} or {@code bad-picture}; CONFLICT {@code too-many-pictures}; as
     *     {@link #explain}
     */
    public void describe(OrderId order, CustomerId customer, String comment, byte @Nullable [] picture) {
        requireOpen(order, customer);
        if (comment.length() > LONGEST || comment.indexOf('\0') >= 0) {
            throw Refusal.invalid("bad-comment", "Please use at most 1000 characters.");
        }
        int changed = jdbc.sql("update feedback set comment = ? where order_id = ? and answer is null")
                .params(comment.strip(), order.value())
                .update();
        if (changed == 0) {
            throw closed();
        }
        if (picture != null) {
            pictures.addByCustomer(order, picture, customer);
        }
    }

    /**
     * Ends a complaint.
     *
     * @throws Refusal CONFLICT {@code feedback-closed} when it was answered already; FORBIDDEN but for founders
     */
    public void answer(OrderId order, String answer, Staff by) {
        by.require(Role.FOUNDER);
        int changed =
                jdbc.sql("""
                update feedback set answer = ?, answered_by = ?, answered_at = ?
                where order_id = ? and answer is null""").params(answer, by.name(), now(), order.value()).update();
        if (changed == 0) {
            throw closed();
        }
        timeline.add(order, "feedback-answered", by.name(), "Answered what the customer said.");
    }

    /** For the team: "2 of 5: damaged. “The box was open.” 1 picture." */
    @Transactional(readOnly = true)
    Optional<String> inWords(OrderId order) {
        return find(order).map(given -> {
            FeedbackReason reason = given.reason();
            return given.score() + " of 5" + (reason == null ? "." : ": " + reason.words() + ".")
                    + (given.comment().isEmpty() ? "" : " “" + given.comment() + "”")
                    + (given.photos() == 0 ? "" : " Pictures: " + given.photos() + ".");
        });
    }

    /** Once, unless they said it already or do not want to be asked any more. */
    void ask(OrderId id) {
        OrderView order = orders.get(id);
        CustomerId customer = order.customer();
        if (customer != null && isOpenFor(order) && find(id).isEmpty() && mayAsk(customer)) {
            Map<String, String> params = Map.of("order_number", order.number(), "link", links.of(id) + "#feedback");
            MessageTemplate template = MessageTemplate.FEEDBACK_REQUESTED;
            messages.send(new MessageRequest(customer, template, params, id, template + ":" + id));
        }
    }

    void reportDelay(OrderId order) {
        boolean waits = jdbc.sql("select answer is null from feedback where order_id = ?")
                .param(order.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (waits) {
            timeline.add(order, "feedback-late", Timeline.SYSTEM, "Nobody has answered yet what the customer said.");
        }
    }

    @EventListener
    void on(OrderDelivered delivered) {
        if (mayAsk(delivered.customer())) {
            publish(ProcessMessages.FEEDBACK_WANTED, "ask", delivered.order(), "askAt", timeToAsk());
        }
    }

    private boolean mayAsk(CustomerId customer) {
        Contact contact = customers.contact(customer);
        return contact.feedbackAllowed();
    }

    private Instant timeToAsk() {
        ZonedDateTime at = clock.instant().plus(TIME_TO_TASTE).atZone(business.zone());
        if (at.toLocalTime().isAfter(EVENING)) {
            return at.plusDays(1).with(MORNING).toInstant();
        }
        return (at.toLocalTime().isBefore(MORNING) ? at.with(MORNING) : at).toInstant();
    }

    private void complainIfLow(OrderId order, int score) {
        if (score > LOW) {
            return;
        }
        int isNew = jdbc.sql("update feedback set complained_at = ? where order_id = ? and complained_at is null")
                .params(now(), order.value())
                .update();
        if (isNew > 0) {
            Instant answerBefore = clock.instant().plus(TIME_TO_ANSWER);
            publish(ProcessMessages.FEEDBACK_COMPLAINED, "answer", order, "answerBefore", answerBefore);
        }
    }

    private void publish(String message, String what, OrderId order, String variable, Instant moment) {
        engine.publish(new EngineMessage(
                message,
                what + ":" + order,
                message + ":" + order,
                Map.of("orderId", order.toString(), variable, moment.toString()),
                order.toString()));
    }

    private void requireOpen(OrderId order, CustomerId customer) {
        if (!isOpenFor(orders.get(order, customer))) {
            throw closed();
        }
    }

    private Optional<Feedback> find(OrderId order) {
        return jdbc.sql("select score, reason, comment, answer from feedback where order_id = ?")
                .param(order.value())
                .query((row, n) -> feedback(row, order))
                .optional();
    }

    private Feedback feedback(ResultSet row, OrderId order) throws SQLException {
        String reason = row.getString("reason");
        return new Feedback(
                row.getInt("score"),
                reason == null ? null : FeedbackReason.valueOf(reason),
                row.getString("comment"),
                pictures.shownByCustomer(order),
                row.getString("answer"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Refusal closed() {
        return Refusal.conflict(
                "feedback-closed", "That can no longer be said about this order here. Please write to us.");
    }
}

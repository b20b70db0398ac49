package app.orchard.storefront.web;

import app.orchard.delivery.Approaches;
import app.orchard.delivery.CustomerChoices;
import app.orchard.delivery.Deliveries;
import app.orchard.delivery.Proofs;
import app.orchard.feedback.Feedback;
import app.orchard.feedback.FeedbackReason;
import app.orchard.feedback.Feedbacks;
import app.orchard.inventory.StockLine;
import app.orchard.invoice.Invoices;
import app.orchard.order.Cancellations;
import app.orchard.order.Cart;
import app.orchard.order.Carts;
import app.orchard.order.Loads;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Rescheduling;
import app.orchard.order.Timeline;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.refund.CancellationCosts;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A customer's own orders: follow one, call it off, answer our question, have it again. */
@Controller
@RequestMapping("/orders")
class OrderPage {

    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final Cancellations cancellations;
    private final CancellationCosts costs;
    private final CustomerChoices choices;
    private final Deliveries deliveries;
    private final Proofs proofs;
    private final Approaches approaches;
    private final Feedbacks feedbacks;
    private final Invoices invoices;
    private final Slots slots;
    private final Loads loads;
    private final Rescheduling rescheduling;
    private final Carts carts;
    private final Visitors visitors;
    private final Wording wording;
    private final Clock clock;

    OrderPage(
            Orders orders,
            Payments payments,
            Timeline timeline,
            Cancellations cancellations,
            CancellationCosts costs,
            CustomerChoices choices,
            Deliveries deliveries,
            Proofs proofs,
            Approaches approaches,
            Feedbacks feedbacks,
            Invoices invoices,
            Slots slots,
            Loads loads,
            Rescheduling rescheduling,
            Carts carts,
            Visitors visitors,
            Wording wording,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.cancellations = cancellations;
        this.costs = costs;
        this.choices = choices;
        this.deliveries = deliveries;
        this.proofs = proofs;
        this.approaches = approaches;
        this.feedbacks = feedbacks;
        this.invoices = invoices;
        this.slots = slots;
        this.loads = loads;
        this.rescheduling = rescheduling;
        this.carts = carts;
        this.visitors = visitors;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String all(Visitor visitor, Model model) {
        model.addAttribute("orders", orders.of(visitor.requireCustomer()));
        return "shop/orders";
    }

    @GetMapping("/{id}")
    String show(Visitor visitor, @PathVariable UUID id, Model model) {
        OrderView order = orders.get(new OrderId(id), visitor.requireCustomer());
        List<TimelineEntry> entries = timeline.forCustomer(order.id());
        PaymentView payment = payments.of(order.id()).orElse(null);
        boolean isPaid = payment != null && payment.captured().isPositive();
        model.addAttribute("order", order);
        model.addAttribute("page", "/orders/" + id);
        model.addAttribute("timeline", entries.reversed());
        model.addAttribute("payment", payment);
        model.addAttribute("isPaid", isPaid);
        model.addAttribute("tracker", Tracker.of(order, isPaid, entries));
        model.addAttribute("cancelUntil", cancelUntil(order));
        model.addAttribute("otherDays", otherDays(order));
        model.addAttribute(
                "cancelCost",
                costs.forCustomer(order.id(), visitor.requireCustomer()).orElse(null));
        model.addAttribute("pin", proofs.pin(order.id()).orElse(null));
        model.addAttribute(
                "way",
                approaches
                        .of(order.id(), visitor.requireCustomer())
                        .map(approach -> WayToDoor.of(approach, wording))
                        .orElse(null));
        model.addAttribute("hasInvoice", invoices.isThereFor(order));
        showFeedback(order, visitor.requireCustomer(), model);
        model.addAttribute("choiceUntil", choices.openUntil(order.id()).orElse(null));
        return "shop/order";
    }

    @PostMapping("/{id}/cancel")
    String cancel(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long back,
            HttpServletResponse response,
            Model model) {
        Money shown = back == null ? null : Money.of(back);
        return act(
                visitor,
                id,
                response,
                model,
                () -> cancellations.byCustomer(new OrderId(id), visitor.requireCustomer(), shown));
    }

    @PostMapping("/{id}/slot")
    String reschedule(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam UUID slot,
            HttpServletResponse response,
            Model model) {
        return act(
                visitor,
                id,
                response,
                model,
                () -> rescheduling.byCustomer(new OrderId(id), slot, visitor.requireCustomer()));
    }

    @PostMapping("/{id}/choice")
    String choose(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam boolean again,
            HttpServletResponse response,
            Model model) {
        return act(
                visitor,
                id,
                response,
                model,
                () -> deliveries.choose(new OrderId(id), visitor.requireCustomer(), again));
    }

    /** The first tap. */
    @PostMapping("/{id}/feedback")
    String rate(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int score,
            HttpServletResponse response,
            Model model) {
        return act(
                visitor, id, response, model, () -> feedbacks.rate(new OrderId(id), visitor.requireCustomer(), score));
    }

    /** The second tap. */
    @PostMapping("/{id}/feedback/reason")
    String explain(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam FeedbackReason reason,
            HttpServletResponse response,
            Model model) {
        return act(
                visitor,
                id,
                response,
                model,
                () -> feedbacks.explain(new OrderId(id), visitor.requireCustomer(), reason));
    }

    @PostMapping("/{id}/feedback/words")
    String describe(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            HttpServletResponse response,
            Model model)
            throws IOException {
        byte[] picture = photo == null || photo.isEmpty() ? null : photo.getBytes();
        model.addAttribute("commentTyped", comment);
        return act(
                visitor,
                id,
                response,
                model,
                () -> feedbacks.describe(new OrderId(id), visitor.requireCustomer(), comment, picture));
    }

    private void showFeedback(OrderView order, CustomerId customer, Model model) {
        Feedback given = feedbacks.of(order.id(), customer).orElse(null);
        model.addAttribute("feedback", given);
        model.addAttribute("feedbackOpen", feedbacks.isOpenFor(order) && (given == null || given.answer() == null));
        model.addAttribute("reasons", given == null ? List.of() : FeedbackReason.of(given.score()));
    }

    @PostMapping("/{id}/repeat")
    String repeat(Visitor visitor, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        OrderView order = orders.get(new OrderId(id), visitor.requireCustomer());
        Cart cart = visitors.cart(visitor, request, response);
        order.lines().forEach(line -> putIfSold(cart, line.variantId(), line.quantity()));
        return "redirect:/cart";
    }

    private String act(Visitor visitor, UUID id, HttpServletResponse response, Model model, Runnable action) {
        try {
            action.run();
            return "redirect:/orders/" + id;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(ShopFrame.status(refusal).value());
            model.addAttribute("problem", wording.refusal(refusal));
            return show(visitor, id, model);
        }
    }

    private void putIfSold(Cart cart, UUID pack, int quantity) {
        try {
            carts.put(cart.id(), pack, quantity);
        } catch (Refusal gone) {
            if (gone.kind() != Refusal.Kind.NOT_FOUND) {
                throw gone;
            }
        }
    }

    /** @return the times the order can move to, closed and full ones with the reason; none when it no longer can */
    private List<SlotDay> otherDays(OrderView order) {
        if (!rescheduling.isPossible(order) || cancelUntil(order) == null) {
            return List.of();
        }
        List<Slot> others = slots.upcoming(order.zone()).stream()
                .filter(slot -> !slot.startsAt().equals(order.slotStartsAt()))
                .toList();
        return SlotDay.of(others, clock.instant(), loads.of(stock(order)), wording);
    }

    private static List<StockLine> stock(OrderView order) {
        return order.lines().stream()
                .map(line -> new StockLine(line.variantId(), line.quantity()))
                .toList();
    }

    /** @return the slot's cut-off while the order can still be called off, null when it no longer can */
    private @Nullable Instant cancelUntil(OrderView order) {
        Instant start = order.slotStartsAt();
        if (start == null) {
            return null;
        }
        return switch (order.status()) {
            case PLACED, CONFIRMED, PREPARING, READY ->
                slots.between(start, start.plusMillis(1)).stream()
                        .filter(slot -> slot.zone().equals(order.zone()))
                        .map(Slot::cutoffAt)
                        .filter(clock.instant()::isBefore)
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }
}

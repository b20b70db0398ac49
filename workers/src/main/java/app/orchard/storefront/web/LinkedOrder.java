package app.orchard.storefront.web;

import app.orchard.delivery.Approach;
import app.orchard.delivery.Approaches;
import app.orchard.delivery.CustomerChoices;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.Refusal;
import app.orchard.storefront.security.LinkGuesses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An order for whoever was given its link: where it is, when it comes, what it costs, and the way to pay. Nothing that
 * tells who ordered it or where they live, and nothing to change.
 */
@Controller
@RequestMapping("/o/{link}")
class LinkedOrder {

    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final CustomerChoices choices;
    private final Approaches approaches;
    private final RoadsAround roads;
    private final LiveOrder live;
    private final LinkGuesses guesses;
    private final Wording wording;

    LinkedOrder(
            Orders orders,
            Payments payments,
            Timeline timeline,
            CustomerChoices choices,
            Approaches approaches,
            RoadsAround roads,
            LiveOrder live,
            LinkGuesses guesses,
            Wording wording) {
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.choices = choices;
        this.approaches = approaches;
        this.roads = roads;
        this.live = live;
        this.guesses = guesses;
        this.wording = wording;
    }

    /** No other site and no search engine learns the address. */
    @ModelAttribute
    void keepToOurselves(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** Its own customer, once logged in, gets the whole page. */
    @GetMapping
    String show(Visitor visitor, @PathVariable UUID link, HttpServletRequest request, Model model) {
        OrderView order = find(link, request);
        if (visitor.customer() != null && visitor.customer().equals(order.customer())) {
            return "redirect:/orders/" + order.id();
        }
        List<TimelineEntry> entries = timeline.forCustomer(order.id());
        PaymentView payment = payments.of(order.id()).orElse(null);
        boolean isPaid = payment != null && payment.captured().isPositive();
        model.addAttribute("order", order);
        model.addAttribute("link", link);
        model.addAttribute("page", "/o/" + link);
        model.addAttribute("timeline", entries.reversed());
        model.addAttribute("payment", payment);
        model.addAttribute("isPaid", isPaid);
        model.addAttribute("tracker", Tracker.of(order, isPaid, entries));
        model.addAttribute("way", way(link));
        model.addAttribute("choiceUntil", choices.openUntil(order.id()).orElse(null));
        return "shop/linked";
    }

    @GetMapping("/events")
    SseEmitter follow(@PathVariable UUID link, HttpServletRequest request) {
        OrderView order = find(link, request);
        return live.follow(order.id(), link, () -> new LiveOrder.Shown(orders.ofLink(link), way(link)));
    }

    @GetMapping("/roads")
    ResponseEntity<String> roads(@PathVariable UUID link, HttpServletRequest request) {
        find(link, request);
        Approach approach = approaches.ofLink(link).orElseThrow(() -> Refusal.notFound("order on its way"));
        return roads.around(approach);
    }

    /** @param start open the gateway's checkout without another press */
    @GetMapping("/pay")
    String pay(
            @PathVariable UUID link,
            @RequestParam(defaultValue = "false") boolean start,
            HttpServletRequest request,
            Model model) {
        OrderView order = find(link, request);
        model.addAttribute("order", order);
        model.addAttribute("page", "/o/" + link);
        model.addAttribute("start", start);
        try {
            model.addAttribute("checkout", payments.checkout(order.id()));
        } catch (Refusal refusal) {
            if (!refusal.type().equals("payment-not-ready")) {
                return "redirect:/o/" + link;
            }
        }
        return "shop/pay";
    }

    private OrderView find(UUID link, HttpServletRequest request) {
        return guesses.lookUp(request.getRemoteAddr(), () -> orders.ofLink(link));
    }

    private @Nullable WayToDoor way(UUID link) {
        return approaches
                .ofLink(link)
                .map(approach -> WayToDoor.of(approach, wording))
                .orElse(null);
    }
}

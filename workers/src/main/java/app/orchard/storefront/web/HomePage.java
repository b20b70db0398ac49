package app.orchard.storefront.web;

import app.orchard.catalog.ProductKind;
import app.orchard.shared.Business;
import app.orchard.slots.Slot;
import app.orchard.stall.Stands;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What there is now, and when it can be at the visitor's door. */
@Controller
class HomePage {

    private static final int ON_A_SHELF = 12;
    private static final int ON_A_PAGE = 24;

    private final Assortment assortment;
    private final Stands stands;
    private final Business business;
    private final Wording wording;
    private final Clock clock;
    private final JsonMapper json;
    private final String publicUrl;

    HomePage(
            Assortment assortment,
            Stands stands,
            Business business,
            Wording wording,
            Clock clock,
            JsonMapper json,
            @Value("${orchard.public-url}") String publicUrl) {
        this.assortment = assortment;
        this.stands = stands;
        this.business = business;
        this.wording = wording;
        this.clock = clock;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "false") boolean now,
            @RequestParam(defaultValue = "false") boolean plain,
            @RequestParam(required = false) @Nullable Integer most,
            Model model) {
        Filter filter = new Filter(now, plain, most);
        model.addAttribute("filter", filter);
        model.addAttribute("stay", filter.path());
        Map<ProductKind, List<Showing>> byKind = found(filter, model).stream()
                .collect(Collectors.groupingBy(s -> s.product().kind()));
        model.addAttribute("mangoes", byKind.getOrDefault(ProductKind.MANGO, List.of()));
        model.addAttribute("bakery", byKind.getOrDefault(ProductKind.BAKERY, List.of()));
        model.addAttribute("few", ON_A_SHELF);
        model.addAttribute("stands", stands.all());
        model.addAttribute("structured", structured());
        return "shop/home";
    }

    /** All of a kind, a page after the other. @param page from 1 */
    @GetMapping("/products")
    String list(
            @RequestParam ProductKind kind,
            @RequestParam(defaultValue = "false") boolean now,
            @RequestParam(defaultValue = "false") boolean plain,
            @RequestParam(required = false) @Nullable Integer most,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Filter filter = new Filter(now, plain, most);
        List<Showing> all = found(filter, model).stream()
                .filter(showing -> showing.product().kind() == kind)
                .toList();
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("kind", kind);
        model.addAttribute("path", filter.path(kind));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("stay", filter.path(kind) + "&page=" + shown);
        model.addAttribute("products", all.subList((shown - 1) * ON_A_PAGE, Math.min(all.size(), shown * ON_A_PAGE)));
        return "shop/products";
    }

    /** What can be ordered before what cannot. */
    private List<Showing> found(Filter filter, Model model) {
        return assortment.all(dayAtTheDoor(model)).stream()
                .filter(filter::lets)
                .sorted(Comparator.comparing(Showing::isOrderable).reversed())
                .toList();
    }

    /** What is bought must be good when it comes. */
    private LocalDate dayAtTheDoor(Model model) {
        Slot next = model.getAttribute("delivery") instanceof Delivery known ? known.next() : null;
        return business.dayOf(next == null ? clock.instant() : next.startsAt());
    }

    /** For search engines, as schema.org describes shops; safe inside a script element. */
    private String structured() {
        return json.writeValueAsString(Map.of(
                        "@context",
                        "https://schema.org/",
                        "@type",
                        "OnlineStore",
                        "name",
                        wording.business(),
                        "url",
                        publicUrl + "/",
                        "logo",
                        publicUrl + "/shop/icon-512.png",
                        "description",
                        wording.say("shop.description")))
                .replace("<", "\\u003c");
    }
}

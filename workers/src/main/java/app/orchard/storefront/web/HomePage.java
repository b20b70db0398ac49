package app.orchard.storefront.web;

import app.orchard.catalog.ProductKind;
import app.orchard.slots.Apartments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What there is now, and when it can be at the visitor's door. */
@Controller
class HomePage {

    private final Assortment assortment;
    private final FirstDelivery firstDelivery;
    private final Apartments apartments;
    private final Visitors visitors;
    private final Wording wording;
    private final JsonMapper json;
    private final String publicUrl;

    HomePage(
            Assortment assortment,
            FirstDelivery firstDelivery,
            Apartments apartments,
            Visitors visitors,
            Wording wording,
            JsonMapper json,
            @Value("${orchard.public-url}") String publicUrl) {
        this.assortment = assortment;
        this.firstDelivery = firstDelivery;
        this.apartments = apartments;
        this.visitors = visitors;
        this.wording = wording;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/")
    String home(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean now,
            @RequestParam(defaultValue = "false") boolean plain,
            @RequestParam(required = false) @Nullable Integer most,
            Model model) {
        Filter filter = new Filter(now, plain, most);
        model.addAttribute("filter", filter);
        model.addAttribute("stay", filter.path());
        Map<ProductKind, List<Showing>> byKind = assortment.all().stream()
                .filter(filter::lets)
                .collect(Collectors.groupingBy(s -> s.product().kind()));
        model.addAttribute("mangoes", byKind.getOrDefault(ProductKind.MANGO, List.of()));
        model.addAttribute("bakery", byKind.getOrDefault(ProductKind.BAKERY, List.of()));
        model.addAttribute("nextSlot", firstDelivery.to(visitor).orElse(null));
        model.addAttribute("structured", structured());
        return "shop/home";
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

    @PostMapping("/place")
    String live(
            @RequestParam UUID apartment,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        visitors.place(apartments.get(apartment), request, response);
        return "redirect:" + Next.safe(next);
    }
}

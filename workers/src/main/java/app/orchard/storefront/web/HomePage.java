package app.orchard.storefront.web;

import app.orchard.catalog.ProductKind;
import app.orchard.slots.Apartments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What there is now, and when it can be at the visitor's door. */
@Controller
class HomePage {

    private final Assortment assortment;
    private final FirstDelivery firstDelivery;
    private final Apartments apartments;
    private final Visitors visitors;

    HomePage(Assortment assortment, FirstDelivery firstDelivery, Apartments apartments, Visitors visitors) {
        this.assortment = assortment;
        this.firstDelivery = firstDelivery;
        this.apartments = apartments;
        this.visitors = visitors;
    }

    @GetMapping("/")
    String home(Visitor visitor, Model model) {
        Map<ProductKind, List<Showing>> byKind = assortment.all().stream()
                .collect(Collectors.groupingBy(s -> s.product().kind()));
        model.addAttribute("mangoes", byKind.getOrDefault(ProductKind.MANGO, List.of()));
        model.addAttribute("bakery", byKind.getOrDefault(ProductKind.BAKERY, List.of()));
        model.addAttribute("nextSlot", firstDelivery.to(visitor).orElse(null));
        return "shop/home";
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

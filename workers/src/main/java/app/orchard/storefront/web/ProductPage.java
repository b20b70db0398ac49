package app.orchard.storefront.web;

import app.orchard.catalog.ProductView;
import app.orchard.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** One variety: its packs, what it tastes of, what is in it. */
@Controller
class ProductPage {

    private static final String SCHEMA = "https://schema.org/";

    private final Assortment assortment;
    private final JsonMapper json;
    private final String publicUrl;

    ProductPage(Assortment assortment, JsonMapper json, @Value("${orchard.public-url}") String publicUrl) {
        this.assortment = assortment;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/products/{slug}")
    String product(@PathVariable String slug, Model model) {
        Showing showing = assortment.one(slug);
        model.addAttribute("it", showing);
        model.addAttribute("structured", structured(showing));
        return "shop/product";
    }

    /** For search engines, as schema.org describes products; safe inside a script element. */
    private String structured(Showing showing) {
        List<Map<String, Object>> offers =
                showing.offers().stream().map(offer -> offer(showing, offer)).toList();
        return json.writeValueAsString(Map.of(
                        "@context",
                        SCHEMA,
                        "@type",
                        "Product",
                        "name",
                        showing.product().name(),
                        "description",
                        showing.product().description(),
                        "image",
                        publicUrl + "/images/" + showing.product().image(),
                        "url",
                        publicUrl + "/products/" + showing.product().slug(),
                        "additionalProperty",
                        properties(showing.product()),
                        "offers",
                        offers))
                .replace("<", "\\u003c");
    }

    private static List<Map<String, String>> properties(ProductView product) {
        return Stream.of(
                        Map.entry("origin", product.origin()),
                        Map.entry("ripeness", product.ripeness()),
                        Map.entry("allergens", product.allergens()))
                .filter(property -> !property.getValue().isEmpty())
                .map(property ->
                        Map.of("@type", "PropertyValue", "name", property.getKey(), "value", property.getValue()))
                .toList();
    }

    private static Map<String, Object> offer(Showing showing, Offer offer) {
        boolean available = showing.product().inSeason() && !offer.isSoldOut();
        return Map.of(
                "@type", "Offer",
                "name", offer.pack().size(),
                "sku", offer.pack().sku(),
                "price",
                        java.math.BigDecimal.valueOf(offer.pack().price().minor(), 2)
                                .toPlainString(),
                "priceCurrency", Money.currency().getCurrencyCode(),
                "availability", SCHEMA + (available ? "InStock" : "OutOfStock"));
    }
}

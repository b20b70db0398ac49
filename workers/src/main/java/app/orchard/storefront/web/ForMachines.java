package app.orchard.storefront.web;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.ProductView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines and home screens read: where the pages are, which are private, how the shop looks as an app. */
@RestController
class ForMachines {

    private final Catalog catalog;
    private final Wording wording;
    private final String publicUrl;

    ForMachines(Catalog catalog, Wording wording, @Value("${orchard.public-url}") String publicUrl) {
        this.catalog = catalog;
        this.wording = wording;
        this.publicUrl = publicUrl;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
                User-agent: *
                Disallow: /cart
                Disallow: /checkout
                Disallow: /orders
                Disallow: /account
                Disallow: /language
                Disallow: /login
                Disallow: /console
                Disallow: /driver
                Sitemap: %s/sitemap.xml
                """.formatted(publicUrl);
    }

    /** Slugs are letters, digits and hyphens, so nothing needs escaping. */
    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap() {
        Stream<String> products =
                catalog.products().stream().map(ProductView::slug).map(slug -> "/products/" + slug);
        return Stream.concat(Stream.of("/"), products)
                .map(path -> "  <url><loc>" + publicUrl + path + "</loc></url>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "</urlset>\n"));
    }

    @GetMapping(path = "/manifest.webmanifest", produces = "application/manifest+json")
    Map<String, Object> manifest() {
        return Map.of(
                "name", wording.business(),
                "short_name", wording.business(),
                "start_url", "/",
                "display", "standalone",
                "background_color", "#f6f8f1",
                "theme_color", "#f6f8f1",
                "icons",
                        List.of(
                                icon("icon.svg", "any", "image/svg+xml"),
                                icon("icon-192.png", "192x192", "image/png"),
                                icon("icon-512.png", "512x512", "image/png"),
                                Map.of(
                                        "src", "/shop/icon-512.png",
                                        "sizes", "512x512",
                                        "type", "image/png",
                                        "purpose", "maskable")));
    }

    private static Map<String, String> icon(String file, String sizes, String type) {
        return Map.of("src", "/shop/" + file, "sizes", sizes, "type", type);
    }
}

package app.orchard.storefront.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import tools.jackson.databind.json.JsonMapper;

/** What browsers show without network, and the script that keeps it for then. */
@Controller
class OfflinePage {

    private static final List<String> NEEDED =
            List.of("/shop/shop.css", "/shop/shop.js", "/shop/icon.svg", "/images/totapuri.svg");

    private final ResourceUrlProvider addresses;
    private final JsonMapper json;
    private final String script;

    OfflinePage(ResourceUrlProvider addresses, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
        try {
            this.script = new ClassPathResource("shop/sw.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/offline")
    String offline() {
        return "shop/offline";
    }

    /** Its files are named by their content, so their names are its version. */
    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        List<String> files = Stream.concat(
                        Stream.of("/offline"), NEEDED.stream().map(this::address))
                .toList();
        String known = "const VERSION = 'shop-%s';%nconst FILES = %s;%n"
                .formatted(Integer.toHexString(files.hashCode()), json.writeValueAsString(files));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(known + script);
    }

    private String address(String file) {
        return Objects.requireNonNullElse(addresses.getForLookupPath(file), file);
    }
}

package app.orchard.storefront.driver;

import app.orchard.shared.Business;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** An empty page that fills itself, and the script that keeps it on the phone. */
@Controller
class DriverPage {

    private static final String PREFIX = "driver.";

    private final Business business;
    private final PageFiles files;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Duration undo;
    private final Properties keys;

    /** @param undo how long something waits on the phone before it is sent */
    DriverPage(
            Business business,
            PageFiles files,
            MessageSource messages,
            JsonMapper json,
            @Value("${orchard.driver.undo:60s}") Duration undo) {
        this.business = business;
        this.files = files;
        this.messages = messages;
        this.json = json;
        this.undo = undo;
        this.keys = keys();
    }

    @GetMapping("/driver")
    String home() {
        return "redirect:/driver/";
    }

    @GetMapping("/driver/")
    String page(Locale locale, Model model) {
        model.addAttribute("business", business.name());
        model.addAttribute("words", json.writeValueAsString(words(locale)));
        model.addAttribute("undoSeconds", undo.toSeconds());
        return "driver/page";
    }

    @GetMapping("/driver/sw.js")
    ResponseEntity<String> worker() {
        String known = "const VERSION = 'driver-%s';%nconst FILES = %s;%n"
                .formatted(files.version() + "-" + undo.toSeconds(), json.writeValueAsString(files.addresses()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(known + files.worker());
    }

    private Map<String, String> words(Locale locale) {
        Map<String, String> words = new TreeMap<>();
        keys.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key.substring(PREFIX.length()), messages.getMessage(key, null, locale)));
        return words;
    }

    private static Properties keys() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("messages.properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

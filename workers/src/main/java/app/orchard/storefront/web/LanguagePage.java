package app.orchard.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and shows the same page again. */
@Controller
class LanguagePage {

    private final LocaleResolver locales;

    LanguagePage(LocaleResolver locales) {
        this.locales = locales;
    }

    /** @param next the page, where its address is kept from others and so is not told as the one before */
    @GetMapping("/language/hi")
    String hindi(
            @RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response) {
        return change(Languages.HINDI, next, request, response);
    }

    @GetMapping("/language/en")
    String english(
            @RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response) {
        return change(Languages.ENGLISH, next, request, response);
    }

    private String change(Locale to, String next, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, to);
        String from = next.isEmpty() ? Next.before(request) : next;
        return "redirect:" + Next.safe(Next.pageOf(from));
    }
}

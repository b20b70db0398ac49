package app.orchard.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and shows the same page again. */
@Controller
class LanguagePage {

    /** Of addresses that forms are sent to, the page that the form stands on. */
    private static final Pattern PAGE_OF_FORM =
            Pattern.compile("^(/cart|/checkout|/login|/account|/orders/[0-9a-f-]{36})/(?!addresses|delete|pay).*$");

    private final LocaleResolver locales;

    LanguagePage(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language/hi")
    String hindi(HttpServletRequest request, HttpServletResponse response) {
        return change(Languages.HINDI, request, response);
    }

    @GetMapping("/language/en")
    String english(HttpServletRequest request, HttpServletResponse response) {
        return change(Languages.ENGLISH, request, response);
    }

    private String change(Locale to, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, to);
        return "redirect:"
                + Next.safe(PAGE_OF_FORM.matcher(Next.before(request)).replaceFirst("$1"));
    }
}

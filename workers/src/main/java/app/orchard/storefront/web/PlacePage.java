package app.orchard.storefront.web;

import app.orchard.shared.Refusal;
import app.orchard.slots.Locality;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a visitor lives: a complex by one tap, or a pincode. */
@Controller
@RequestMapping("/place")
class PlacePage {

    private final Visitors visitors;
    private final Wording wording;

    PlacePage(Visitors visitors, Wording wording) {
        this.visitors = visitors;
        this.wording = wording;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "/") String next, Model model) {
        model.addAttribute("next", Next.safe(next));
        return "shop/place";
    }

    @PostMapping
    String choose(
            @RequestParam(required = false) @Nullable UUID apartment,
            @RequestParam(defaultValue = "") String pincode,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Locality place = visitors.locality(apartment, pincode.replaceAll("\\s", ""));
            visitors.place(place, request, response);
            return "redirect:" + Next.safe(next);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(pincode, wording.refusal(refusal), next, model);
        }
    }

    String again(String typed, String problem, String next, Model model) {
        model.addAttribute("pincodeTyped", typed);
        model.addAttribute("pincodeError", problem);
        return ask(next, model);
    }
}

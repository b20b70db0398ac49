package app.orchard.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Log in, log out. */
@Controller
class LoginPage {

    private static final String VIEW = "shop/login";

    private final PhoneLogin login;

    LoginPage(PhoneLogin login) {
        this.login = login;
    }

    @GetMapping("/login")
    String show(Visitor visitor, @RequestParam(defaultValue = "/") String next, Model model) {
        return visitor.customer() == null
                ? form(PhoneLogin.Form.EMPTY, next, TypedForm.NONE, model)
                : "redirect:" + Next.safe(next);
    }

    @PostMapping("/login/code")
    String sendCode(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "/") String next,
            @ModelAttribute TypedForm typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PhoneLogin.Form form = login.requestCode(phone, request);
        if (!form.phoneError().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return form(form, next, typed, model);
    }

    @PostMapping("/login")
    String logIn(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            @ModelAttribute TypedForm typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PhoneLogin.Form form = login.logIn(phone, code, request, response);
        if (form.codeError().isEmpty()) {
            return typed.isThere() ? typed.view() : "redirect:" + Next.safe(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, next, typed, model);
    }

    @PostMapping("/logout")
    String logOut(HttpServletRequest request, HttpServletResponse response) {
        login.logOut(request, response);
        return "redirect:/";
    }

    /** @param typed what is to be shown again afterwards */
    String form(PhoneLogin.Form form, String next, TypedForm typed, Model model) {
        model.addAttribute("typedForm", typed);
        model.addAttribute("login", form);
        model.addAttribute("next", Next.safe(next));
        return VIEW;
    }
}

package app.orchard.storefront.web;

import app.orchard.engine.Backlog;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartments;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What stands around each page, and what a page says when something is refused. */
@ControllerAdvice(basePackageClasses = ShopFrame.class)
@Order(0)
class ShopFrame {

    private final Visitors visitors;
    private final Apartments apartments;
    private final DeliveryHere delivery;
    private final Wording wording;
    private final Backlog backlog;
    private final String publicUrl;
    private final String demoPhones;

    ShopFrame(
            Visitors visitors,
            Apartments apartments,
            DeliveryHere delivery,
            Wording wording,
            Backlog backlog,
            @Value("${orchard.public-url}") String publicUrl,
            @Value("${orchard.demo-business:false}") boolean isDemo,
            @Value("${orchard.wati.endpoint:}") String messages) {
        this.visitors = visitors;
        this.apartments = apartments;
        this.delivery = delivery;
        this.wording = wording;
        this.backlog = backlog;
        this.publicUrl = publicUrl;
        // Where the one-time codes of a demo arrive; nobody's phone rings
        this.demoPhones = isDemo ? messages : "";
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            // Its cookie must be set before the first part of the page has left
            token.getToken();
        }
        model.addAttribute("say", wording);
        Visitor visitor = visitors.of(request);
        model.addAttribute("visitor", visitor);
        model.addAttribute("delivery", delivery.to(visitor));
        model.addAttribute("back", Next.pageOf(TypedForm.sentTo(request)));
        model.addAttribute("apartments", apartments.all());
        model.addAttribute("here", TypedForm.sentTo(request));
        model.addAttribute("publicUrl", publicUrl);
        model.addAttribute("demoPhones", demoPhones);
        model.addAttribute("isBehind", backlog.isLate());
    }

    /** What was typed into a form is carried through the log in. */
    @ExceptionHandler(LogInFirst.class)
    ModelAndView logIn(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            String next = URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
            return new ModelAndView("redirect:/login?next=" + next);
        }
        TypedForm typed = TypedForm.of(request);
        return page("shop/login", HttpStatus.UNAUTHORIZED, request)
                .addObject("login", PhoneLogin.Form.EMPTY)
                .addObject("next", Next.safe(Next.pageOf(typed.at())))
                .addObject("typedForm", typed);
    }

    @ExceptionHandler
    ModelAndView refuse(Refusal refusal, HttpServletRequest request) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> notFound(request);
            case UNAUTHENTICATED -> logIn(request);
            default -> page("shop/refused", status(refusal), request).addObject("sentence", wording.refusal(refusal));
        };
    }

    /** The words around a page need the database as well, so they are left out. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView away() {
        return new ModelAndView("error/503", HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        BindException.class
    })
    ModelAndView notFound(HttpServletRequest request) {
        return page("error/404", HttpStatus.NOT_FOUND, request);
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private ModelAndView page(String view, HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view, status);
        var model = new ExtendedModelMap();
        frame(model, request);
        return page.addAllObjects(model);
    }
}

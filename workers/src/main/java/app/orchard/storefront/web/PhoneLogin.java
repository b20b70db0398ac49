package app.orchard.storefront.web;

import app.orchard.customer.Logins;
import app.orchard.customer.Phone;
import app.orchard.customer.Session;
import app.orchard.shared.Refusal;
import app.orchard.storefront.security.CustomerCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Logging in with a telephone number and the code that is sent to it, on whichever page it is needed. */
@Component
class PhoneLogin {

    /**
     * What the page shows.
     *
     * @param asked whether a code is on its way
     * @param phoneError beside the number, empty when there is none
     * @param codeError beside the code, empty when there is none
     */
    record Form(String phone, boolean asked, String phoneError, String codeError) {

        static final Form EMPTY = new Form("", false, "", "");
    }

    private final Logins logins;
    private final CustomerCookie cookie;
    private final Visitors visitors;
    private final Wording wording;

    PhoneLogin(Logins logins, CustomerCookie cookie, Visitors visitors, Wording wording) {
        this.logins = logins;
        this.cookie = cookie;
        this.visitors = visitors;
        this.wording = wording;
    }

    Form requestCode(String typed, HttpServletRequest request) {
        try {
            logins.requestCode(Phone.parse(typed), request.getRemoteAddr());
            return new Form(typed, true, "", "");
        } catch (Refusal refusal) {
            return new Form(typed, refusal.kind() == Refusal.Kind.TOO_MANY, wording.refusal(refusal), "");
        }
    }

    /** @return what to show when it failed; with no errors the customer is logged in */
    Form logIn(String typed, String code, HttpServletRequest request, HttpServletResponse response) {
        try {
            Session session = logins.logIn(Phone.parse(typed), code.replaceAll("\\s", ""));
            cookie.set(session, request, response);
            visitors.join(session.customer(), request, response);
            return new Form(typed, true, "", "");
        } catch (Refusal refusal) {
            return new Form(typed, true, "", wording.refusal(refusal));
        }
    }

    void logOut(HttpServletRequest request, HttpServletResponse response) {
        CustomerCookie.tokenOf(request).ifPresent(logins::logOut);
        cookie.remove(request, response);
    }
}

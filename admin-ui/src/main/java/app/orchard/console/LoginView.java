package app.orchard.console;

import app.orchard.shared.Business;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route(value = Pages.LOGIN, autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm(words());

    LoginView(Business business) {
        addClassName("login");
        form.setAction(Pages.LOGIN);
        form.setForgotPasswordButtonVisible(false);
        form.getElement().setAttribute("no-autofocus", false);
        Div card = new Div(
                new Image("/console-assets/orchard.svg", ""),
                new H1(business.name()),
                new Paragraph(Text.of("login.lead")),
                form);
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return Text.of("login.title");
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername(Text.of("login.name"));
        words.getForm().setPassword(Text.of("login.password"));
        words.getForm().setSubmit(Text.of("login.submit"));
        words.getErrorMessage().setTitle(Text.of("login.wrong"));
        words.getErrorMessage().setMessage(Text.of("login.wrong.hint"));
        return words;
    }
}

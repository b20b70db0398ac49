package app.orchard.console.staff;

import app.orchard.console.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A new password, which is shown this once. */
class PasswordDialog extends Dialog {

    PasswordDialog(String name, String login, String password) {
        super(Text.of("team.password", name));
        addClassName("ask");
        setCloseOnOutsideClick(false);
        setWidth("28rem");
        setMaxWidth("100%");
        Span shown = new Span(password);
        shown.addClassName("new-password");
        add(new Paragraph(Text.of("team.password.hint", login)), shown);
        Button done = new Button(Text.of("team.password.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClassName("confirm");
        getFooter().add(done);
    }
}

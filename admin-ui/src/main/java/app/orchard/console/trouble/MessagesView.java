package app.orchard.console.trouble;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.messaging.MessageView;
import app.orchard.messaging.Messages;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Messages that did not reach their customers. */
@Route(Pages.MESSAGES)
@Menu(title = "nav.messages", order = 6, icon = "vaadin:comment-o")
@RolesAllowed(Allowed.FOUNDER)
class MessagesView extends Div implements HasDynamicTitle {

    private final Messages messages;
    private final Times times;
    private final Staff staff;
    private final UnorderedList list = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("failed.empty"), Text.of("failed.empty.hint"));

    MessagesView(SignedIn signedIn, Live live, FailedMessages failed, Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "trouble");
        list.addClassName("troubles");
        add(new H1(getPageTitle()), list, empty);
        live.show(this, failed.all(), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.messages");
    }

    private void show(List<MessageView> failed) {
        empty.setVisible(failed.isEmpty());
        list.removeAll();
        failed.forEach(message -> list.add(item(message)));
    }

    private ListItem item(MessageView message) {
        Span when = new Span(times.at(message.queuedAt()) + " · " + message.phone());
        when.addClassName("when");
        Div head = new Div(new Tag(Text.of("message", message.state()), Tag.Tone.BAD), when);
        head.addClassName("inline");
        Paragraph text = new Paragraph(message.text());
        text.addClassName("bubble");
        Button again = new Button(Text.of("failed.resend"), click -> {
            messages.resend(message.id(), staff);
            Toast.done(Text.of("failed.resent"));
        });
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setVisible(message.resendable());
        Div buttons = new Div(again);
        buttons.addClassName("buttons");
        if (message.order() != null) {
            buttons.add(new Anchor(Pages.order(message.order()), Text.of("incident.order")));
        }
        ListItem item = new ListItem(head, text, buttons);
        if (message.problem() != null) {
            item.addComponentAtIndex(1, new Paragraph(message.problem()));
        }
        return item;
    }
}

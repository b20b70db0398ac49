package app.orchard.console.orders;

import app.orchard.console.Allowed;
import app.orchard.console.Facts;
import app.orchard.console.Live;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.inbox.Conversation;
import app.orchard.console.inbox.TaskPanel;
import app.orchard.console.inbox.TaskPanels;
import app.orchard.customer.Contact;
import app.orchard.delivery.Evidence;
import app.orchard.engine.Incident;
import app.orchard.order.OrderView;
import app.orchard.payment.PaymentView;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything of one order, as it is now. */
@Route(Pages.ORDERS)
@RolesAllowed({Allowed.FOUNDER, Allowed.PACKER})
class OrderPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Live live;
    private final OrderReading reading;
    private final OrderActions actions;
    private final TaskPanels panels;
    private final Times times;
    private final Staff staff;
    private final Div head = new Div();
    private final Div needs = new Div();
    private final ProcessPicture picture = new ProcessPicture();
    private final Section customer = block();
    private final Section lines = block();
    private final Section money = block();
    private final Section timeline = block();
    private final Section messages = block();
    private final Section evidence = block();
    private final Section comments = block();
    private final Conversation.Place conversations;
    private List<Evidence> pictures = List.of();
    private @Nullable Registration showing;
    private String title = "";

    OrderPage(
            SignedIn signedIn,
            Live live,
            OrderReading reading,
            OrderActions actions,
            TaskPanels panels,
            Conversation.Place conversations,
            Times times) {
        this.live = live;
        this.reading = reading;
        this.actions = actions;
        this.panels = panels;
        this.conversations = conversations;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "order-page");
        head.addClassName("order-head");
        needs.addClassName("needs");
        Div blocks = new Div(customer, lines, money, comments, timeline, evidence, messages);
        blocks.addClassName("blocks");
        Anchor back = new Anchor(Pages.ORDERS, Text.of("order.back"));
        back.addClassName("back");
        add(back, head, needs, picture, blocks);
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        if (showing != null) {
            showing.remove();
        }
        OrderId order = OrderId.of(id);
        title = reading.number(order, staff);
        fill(comments, Text.of("comment.title"), conversations.about(order, staff));
        showing = live.show(this, reading.feed(order, staff), this::show);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(OrderFacts facts) {
        showHead(facts.order(), facts.payment());
        needs.removeAll();
        facts.incidents().forEach(incident -> needs.add(need(incident)));
        facts.tasks().forEach(task -> needs.add(need(task)));
        picture.show(facts.runs());
        fill(customer, Text.of("order.customer"), customer(facts.order(), facts.customer()));
        fill(lines, Text.of("order.lines"), Blocks.lines(facts.order()));
        fill(money, Text.of("order.money"), Blocks.money(facts.payment(), facts.refunds(), times));
        fill(timeline, Text.of("order.timeline"), Blocks.timeline(facts.timeline(), times));
        showPictures(facts.evidence());
        fill(
                messages,
                Text.of("order.messages"),
                Blocks.messages(
                        facts.messages(),
                        times,
                        staff.is(Role.FOUNDER) ? again -> actions.resend(again, staff) : null));
    }

    /** Drawn again only when there are others: pictures take time to load. */
    private void showPictures(List<Evidence> shown) {
        evidence.setVisible(!shown.isEmpty());
        if (!shown.equals(pictures)) {
            pictures = shown;
            Div all = new Div();
            all.addClassName("evidence");
            shown.forEach(one -> all.add(picture(one)));
            fill(evidence, Text.of("order.evidence"), all);
        }
    }

    private Component picture(Evidence one) {
        String what = Text.of("evidence", one.kind());
        Image image = new Image(
                DownloadHandler.fromInputStream(event -> reading.picture(one, staff))
                        .inline(),
                what);
        Span when = new Span(what + " · " + times.at(one.storedAt()) + " · " + one.takenBy());
        when.addClassName("when");
        return new Div(image, when);
    }

    private void showHead(OrderView order, @Nullable PaymentView payment) {
        head.removeAll();
        Div name = new Div(new H1(order.number()), Tag.of(order.status()));
        name.addClassName("inline");
        if (order.late()) {
            name.add(new Tag(Text.of("late"), Tag.Tone.WARNING));
        }
        head.add(name);
        if (actions.canReschedule(order, staff)) {
            Button move = new Button(Text.of("reschedule.ask"), click -> actions.askToReschedule(order, staff));
            move.addClassName("reschedule-order");
            head.add(move);
        }
        if (actions.canCancel(order, staff)) {
            Button cancel = new Button(Text.of("cancel.ask"), click -> actions.askToCancel(order, staff));
            cancel.addClassName("cancel-order");
            head.add(cancel);
        }
        if (actions.canRefund(payment, staff)) {
            Button refund = new Button(Text.of("refund.ask"), click -> actions.askToRefund(order, staff));
            refund.addClassName("refund-order");
            head.add(refund);
        }
    }

    private Component need(Incident incident) {
        Button retry = new Button(Text.of("incident.retry"), click -> actions.retry(incident, staff));
        retry.setVisible(staff.is(Role.FOUNDER));
        Div need = new Div(
                new Tag(Text.of("incident.stuck", incident.elementName()), Tag.Tone.BAD),
                new Paragraph(incident.sentence()),
                retry);
        need.addClassNames("need", "incident");
        return need;
    }

    private Component need(Task task) {
        Span due = new Span(times.due(task.dueAt()));
        due.addClassName("due");
        due.setClassName("overdue", times.isOverdue(task.dueAt()));
        Span name = new Span(task.name());
        name.addClassName("row-title");
        Button open = new Button(Text.of("task.open"), click -> open(task));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        Div need = new Div(name, due, open);
        need.addClassName("need");
        return need;
    }

    private void open(Task task) {
        Dialog dialog = new Dialog();
        dialog.addClassName("task-dialog");
        dialog.add(panels.open(task.key(), staff, new TaskPanel.Listener() {
            @Override
            public void completed(Task done) {
                dialog.close();
            }

            @Override
            public void changed(Task other) {
                dialog.close();
                open(other);
            }
        }));
        Button close = new Button(Text.of("task.close"), click -> dialog.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private Component customer(OrderView order, @Nullable Contact contact) {
        Facts facts = new Facts();
        if (contact != null) {
            facts.with(Text.of("fact.name"), contact.name())
                    .with(Text.of("fact.phone"), new Anchor("tel:" + contact.phone(), contact.phone()));
        }
        return facts.with(Text.of("fact.address"), order.addressLine())
                .with(Text.of("fact.zone"), order.zone())
                .with(Text.of("fact.slot"), times.slot(order.slotStartsAt(), order.slotEndsAt()))
                .with(Text.of("fact.note"), order.note())
                .with(Text.of("fact.channel"), Text.of("channel", order.channel()))
                .with(Text.of("fact.placed"), times.at(order.placedAt()));
    }

    private static Section block() {
        Section block = new Section();
        block.addClassName("block");
        return block;
    }

    private static void fill(Section block, String name, Component content) {
        block.removeAll();
        block.add(new H2(name), content);
    }
}

package app.orchard.console.money;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHolder;
import app.orchard.settlement.Handover;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who carries how much cash of the business, since when; count it when they hand it over. */
@Route(Pages.CASH)
@Menu(title = "nav.cash", order = 7, icon = "vaadin:wallet")
@RolesAllowed(Allowed.FOUNDER)
class CashView extends Div implements HasDynamicTitle {

    private final CashCustody custody;
    private final Times times;
    private final Staff founder;
    private final Paragraph sum = new Paragraph();
    private final UnorderedList holders = new UnorderedList();
    private final UnorderedList counted = new UnorderedList();
    private final H2 lately = new H2(Text.of("cash.lately"));
    private final Notice empty = new Notice("basket", Text.of("cash.empty"), Text.of("cash.empty.hint"));

    CashView(SignedIn signedIn, Live live, CashBox box, CashCustody custody, Times times) {
        this.custody = custody;
        this.times = times;
        this.founder = signedIn.staff();
        addClassNames("page", "cash-page");
        holders.addClassName("holders");
        counted.addClassName("counts");
        add(new H1(getPageTitle()), sum, holders, empty, lately, counted);
        live.show(this, box.holders(founder), this::show);
        live.show(this, box.handovers(founder), this::showCounts);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.cash");
    }

    private void show(List<CashHolder> now) {
        Money all = now.stream().map(CashHolder::amount).reduce(Money.ZERO, Money::plus);
        sum.setText(Text.of("cash.sum", all.format()));
        sum.setVisible(!now.isEmpty());
        empty.setVisible(now.isEmpty());
        holders.removeAll();
        now.forEach(holder -> holders.add(card(holder)));
    }

    private ListItem card(CashHolder holder) {
        Span amount = new Span(holder.amount().format());
        amount.addClassNames("money", "carries");
        Span since = new Span(Text.of("cash.since", holder.orders(), times.at(holder.since())));
        since.addClassName("when");
        Button count = new Button(Text.of("cash.count"), click -> new CountDialog(holder, custody, founder).open());
        count.addThemeVariants(ButtonVariant.PRIMARY);
        count.addClassName("count-cash");
        boolean own = holder.staff().equals(founder.id());
        count.setVisible(!own && holder.amount().isPositive());
        Div buttons = new Div(count);
        buttons.addClassName("buttons");
        ListItem card = new ListItem(new H2(holder.name()), amount, since, orders(holder), buttons);
        card.addClassName("block");
        if (own) {
            card.add(new Paragraph(Text.of("cash.own")));
        }
        return card;
    }

    private UnorderedList orders(CashHolder holder) {
        UnorderedList orders = new UnorderedList();
        orders.addClassName("cash-orders");
        custody.items(holder.staff(), founder).forEach(item -> {
            Span number = new Span(item.number());
            number.addClassName("number");
            Span amount = new Span(item.amount().format());
            amount.addClassName("money");
            orders.add(new ListItem(number, new Span(times.at(item.at())), amount));
        });
        return orders;
    }

    private void showCounts(List<Handover> handovers) {
        lately.setVisible(!handovers.isEmpty());
        counted.removeAll();
        handovers.forEach(handover -> counted.add(line(handover)));
    }

    private ListItem line(Handover handover) {
        Money difference = handover.difference();
        Tag tag = difference.isZero()
                ? new Tag(Text.of("cash.right"), Tag.Tone.GOOD)
                : new Tag(
                        difference.isPositive()
                                ? Text.of("cash.over", difference.format())
                                : Text.of(
                                        "cash.short",
                                        Money.ZERO.minus(difference).format()),
                        Tag.Tone.BAD);
        Span who = new Span(
                Text.of("cash.handed", handover.from(), handover.counted().format(), handover.countedBy()));
        Span when = new Span(times.at(handover.at()));
        when.addClassName("when");
        Div head = new Div(tag, when);
        head.addClassName("inline");
        ListItem line = new ListItem(head, new Paragraph(who));
        if (!handover.note().isBlank()) {
            line.add(new Paragraph("“" + handover.note() + "”"));
        }
        return line;
    }
}

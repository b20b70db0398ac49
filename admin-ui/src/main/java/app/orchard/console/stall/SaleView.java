package app.orchard.console.stall;

import app.orchard.catalog.Pack;
import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.customer.Phone;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockLine;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import app.orchard.stall.Stall;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sell in three taps: what, how it is paid, done. */
@Route(Pages.SALE)
@Menu(title = "nav.sale", order = 4, icon = "vaadin:cash")
@RolesAllowed({Allowed.FOUNDER, Allowed.STALL})
class SaleView extends Div implements HasDynamicTitle {

    private final Live live;
    private final Shelf shelf;
    private final Stall stall;
    private final Staff seller;
    private final Select<Location> place = new Select<>();
    private final UnorderedList packs = new UnorderedList();
    private final Map<UUID, PackCard> cards = new LinkedHashMap<>();
    private final RadioButtonGroup<PaymentMethod> method = new RadioButtonGroup<>(Text.of("sale.method"));
    private final TextField phone = new TextField(Text.of("sale.phone"));
    private final Span total = new Span();
    private final Button sell = new Button(Text.of("sale.do"), click -> sell());
    private @Nullable Registration showing;

    /** Names this sale: pressed twice, it is sold once. */
    private String saleKey = UUID.randomUUID().toString();

    SaleView(SignedIn signedIn, Live live, Shelf shelf, Stall stall) {
        this.live = live;
        this.shelf = shelf;
        this.stall = stall;
        this.seller = signedIn.staff();
        addClassNames("page", "sale");
        packs.addClassName("packs");
        List<Location> stalls = stall.stalls();
        place.setItems(stalls);
        place.setItemLabelGenerator(Location::name);
        place.setAriaLabel(Text.of("sale.stall"));
        place.setVisible(stalls.size() > 1);
        place.addValueChangeListener(change -> open(change.getValue()));
        Div head = new Div(new H1(getPageTitle()), place);
        head.addClassName("page-head");
        add(head, packs, till());
        if (stalls.isEmpty()) {
            packs.add(new Notice("basket", Text.of("sale.nowhere"), Text.of("sale.nowhere.hint")));
        } else {
            place.setValue(stalls.getFirst());
        }
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.sale");
    }

    private Div till() {
        method.setItems(PaymentMethod.CASH, PaymentMethod.UPI_AT_STALL);
        method.setItemLabelGenerator(each -> Text.of("method", each));
        method.setValue(PaymentMethod.CASH);
        phone.setPlaceholder(Text.of("sale.phone.hint"));
        phone.getElement().setAttribute("inputmode", "tel");
        sell.addThemeVariants(ButtonVariant.PRIMARY);
        sell.addClassName("sell");
        total.addClassName("sale-total");
        Div till = new Div(method, phone, total, sell);
        till.addClassName("till");
        count();
        return till;
    }

    private void open(Location location) {
        if (showing != null) {
            showing.remove();
        }
        cards.clear();
        packs.removeAll();
        showing = live.show(this, shelf.of(location.code()), this::show);
    }

    private void show(List<Shelf.Place> places) {
        for (Shelf.Place each : places) {
            PackCard card = cards.get(each.pack().id());
            if (card == null) {
                card = new PackCard(each, this::count);
                cards.put(each.pack().id(), card);
                packs.add(card);
            } else {
                card.show(each);
            }
        }
        count();
    }

    private void count() {
        Money sum = cards.values().stream().map(PackCard::total).reduce(Money.ZERO, Money::plus);
        total.setText(sum.format());
        sell.setEnabled(sum.isPositive());
    }

    private void sell() {
        List<PackCard> chosen =
                cards.values().stream().filter(card -> card.quantity() > 0).toList();
        List<StockLine> lines = chosen.stream()
                .map(card -> new StockLine(card.place().pack().id(), card.quantity()))
                .toList();
        Phone buyer = phone.isEmpty() ? null : Phone.parse(phone.getValue());
        stall.sell(place.getValue().code(), lines, method.getValue(), buyer, saleKey, seller);
        saleKey = UUID.randomUUID().toString();
        Toast.done(Text.of(
                "sale.done",
                total.getText(),
                chosen.stream()
                        .map(card -> card.place().pack())
                        .map(Pack::product)
                        .collect(Collectors.joining(", "))));
        phone.clear();
        cards.values().forEach(PackCard::reset);
        count();
    }
}

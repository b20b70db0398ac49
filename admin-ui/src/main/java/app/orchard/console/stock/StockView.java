package app.orchard.console.stock;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockKeeping;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.WildcardParameter;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** What lies where. The list stays; the pack that is open is beside it, or over it on a telephone. */
@Route(Pages.STOCK)
@Menu(title = "nav.stock", order = 3.5, icon = "vaadin:storage")
@RolesAllowed({Allowed.FOUNDER, Allowed.PACKER})
class StockView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int LATEST = 20;

    private final StockKeeping stock;
    private final Booking booking;
    private final Freshness freshness;
    private final Times times;
    private final Staff staff;
    private final Select<Location> place = new Select<>();
    private final Checkbox low = new Checkbox(Text.of("stock.onlyLow"));
    private final UnorderedList rows = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("stock.empty"), Text.of("stock.empty.hint"));
    private final Section detail = new Section();
    private List<Shelf> shelves = List.of();
    private String opened = "";

    StockView(
            SignedIn signedIn,
            Live live,
            Stockroom room,
            StockKeeping stock,
            Booking booking,
            Freshness freshness,
            Times times) {
        this.stock = stock;
        this.booking = booking;
        this.freshness = freshness;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "split", "stock");
        rows.addClassName("rows");
        Section list = new Section(new H1(getPageTitle()), tools(), filters(room.locations()), rows, empty);
        list.addClassName("list");
        detail.addClassName("detail");
        add(list, detail);
        live.show(this, room.shelves(staff), this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String path) {
        opened = path;
        if (event.getLocation().getQueryParameters().getParameters().containsKey("low")) {
            low.setValue(true);
        }
        draw();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.stock");
    }

    private Div tools() {
        Button receive = new Button(Text.of("stock.receive"), click -> booking.receive(null));
        receive.addThemeVariants(ButtonVariant.PRIMARY);
        receive.addClassName("receive");
        Button expired = new Button(
                Text.of("stock.writeOffExpired"),
                click -> Toast.done(Text.of("stock.writtenOffExpired", booking.writeOffExpired())));
        Div tools = new Div(receive, expired);
        tools.addClassNames("buttons", "stock-tools");
        return tools;
    }

    private Div filters(List<Location> places) {
        place.setItems(places);
        place.setItemLabelGenerator(each -> each == null ? Text.of("stock.everywhere") : each.name());
        place.setEmptySelectionAllowed(true);
        place.setEmptySelectionCaption(Text.of("stock.everywhere"));
        place.setAriaLabel(Text.of("stock.place"));
        place.addValueChangeListener(change -> draw());
        low.addValueChangeListener(change -> draw());
        Div filters = new Div(place, low);
        filters.addClassName("inline");
        return filters;
    }

    private void show(List<Shelf> now) {
        shelves = now;
        draw();
    }

    private void draw() {
        rows.removeAll();
        List<Shelf> chosen = shelves.stream()
                .filter(shelf -> place.isEmpty() || shelf.location().equals(place.getValue()))
                .filter(shelf -> !low.getValue() || shelf.level().isLow())
                .toList();
        chosen.forEach(
                shelf -> rows.add(new ShelfRow(shelf, freshness, shelf.path().equals(opened))));
        empty.setVisible(chosen.isEmpty());
        drawDetail();
    }

    private void drawDetail() {
        detail.removeAll();
        getElement().setAttribute("data-open", !opened.isEmpty());
        Optional<Shelf> shelf =
                shelves.stream().filter(each -> each.path().equals(opened)).findFirst();
        if (shelf.isEmpty()) {
            detail.add(new Notice("hand", Text.of("stock.choose.shelf"), Text.of("inbox.choose.hint")));
            return;
        }
        Anchor back = new Anchor(Pages.STOCK, Text.of("stock.back"));
        back.addClassName("back");
        Shelf open = shelf.get();
        detail.add(
                back,
                new ShelfPanel(
                        open,
                        stock.history(open.pack().id(), open.location().code(), Long.MAX_VALUE, LATEST, staff),
                        freshness,
                        times,
                        booking));
    }
}

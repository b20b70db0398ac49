package app.orchard.console.orders;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderRow;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as a table, or as cards where the page is narrow. */
class OrderGrid extends Grid<OrderRow> {

    private static final int NARROW_PIXELS = 760;

    private final Times times;
    private final Column<OrderRow> card;
    private final List<Column<OrderRow>> wide;
    private @Nullable Registration resizing;

    OrderGrid(Times times) {
        super(OrderRow.class, false);
        this.times = times;
        addClassName("orders-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        card = addComponentColumn(this::card);
        card.setVisible(false);
        wide = List.of(
                addComponentColumn(OrderGrid::number)
                        .setHeader(Text.of("column.number"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                addComponentColumn(OrderGrid::status)
                        .setHeader(Text.of("column.status"))
                        .setWidth("15rem")
                        .setFlexGrow(0),
                addColumn(row -> times.slot(row.slotStartsAt(), row.slotEndsAt()))
                        .setHeader(Text.of("column.slot"))
                        .setWidth("12.5rem")
                        .setFlexGrow(0),
                addColumn(OrderRow::customer).setHeader(Text.of("column.customer")),
                addColumn(OrderRow::apartment).setHeader(Text.of("column.apartment")),
                addColumn(OrderRow::zone)
                        .setHeader(Text.of("column.zone"))
                        .setWidth("6rem")
                        .setFlexGrow(0),
                addColumn(row -> Text.of("method", row.paymentMethod()))
                        .setHeader(Text.of("column.method"))
                        .setWidth("7rem")
                        .setFlexGrow(0),
                addColumn(row -> row.total().format())
                        .setHeader(Text.of("column.total"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("8rem")
                        .setFlexGrow(0),
                addColumn(row -> times.at(row.placedAt()))
                        .setHeader(Text.of("column.placed"))
                        .setWidth("9.5rem")
                        .setFlexGrow(0));
        addItemClickListener(
                click -> UI.getCurrent().navigate(Pages.order(click.getItem().id())));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().retrieveExtendedClientDetails(page -> fit(page.getWindowInnerWidth()));
        resizing = attached.getUI().getPage().addBrowserWindowResizeListener(page -> fit(page.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (resizing != null) {
            resizing.remove();
        }
    }

    private void fit(int pixels) {
        boolean narrow = pixels < NARROW_PIXELS;
        card.setVisible(narrow);
        wide.forEach(column -> column.setVisible(!narrow));
    }

    private static Component number(OrderRow row) {
        Anchor number = new Anchor(Pages.order(row.id()), row.number());
        number.addClassName("number");
        return number;
    }

    private static Component status(OrderRow row) {
        Div status = new Div(Tag.of(row.status()));
        status.addClassName("inline");
        if (row.late()) {
            status.add(new Tag(Text.of("late"), Tag.Tone.WARNING));
        }
        return status;
    }

    private Component card(OrderRow row) {
        Span total = new Span(row.total().format());
        Div head = new Div(number(row), status(row), total);
        head.addClassName("row-head");
        Div line = new Div(new Span(times.slot(row.slotStartsAt(), row.slotEndsAt())), new Span(row.apartment()));
        line.addClassName("row-line");
        Div foot = new Div(new Span(row.customer()), new Span(Text.of("method", row.paymentMethod())));
        foot.addClassName("row-line");
        Div card = new Div(head, line, foot);
        card.addClassName("order-card");
        return card;
    }
}

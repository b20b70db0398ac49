package app.orchard.console.orders;

import app.orchard.console.Choosing;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderRow;
import app.orchard.shared.OrderId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders as a table, or as cards where the page is narrow. */
class OrderGrid extends Grid<OrderRow> {

    private static final int NARROW_PIXELS = 760;
    private static final int ROOMY_PIXELS = 1400;

    private final Times times;
    private final Column<OrderRow> card;
    private final List<Column<OrderRow>> wide;
    private final Column<OrderRow> placed;
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
                fixed(addComponentColumn(OrderGrid::number), "column.number", "5rem"),
                fixed(addComponentColumn(OrderGrid::status), "column.status", "12.5rem"),
                fixed(addColumn(row -> times.slot(row.slotStartsAt(), row.slotEndsAt())), "column.slot", "11.5rem"),
                addColumn(OrderRow::customer).setHeader(Text.of("column.customer")),
                addColumn(OrderRow::apartment)
                        .setHeader(Text.of("column.apartment"))
                        .setFlexGrow(2),
                fixed(addColumn(OrderRow::zone), "column.zone", "4.5rem"),
                fixed(addColumn(row -> row.total().format()), "column.total", "6.5rem")
                        .setTextAlign(ColumnTextAlign.END),
                fixed(addColumn(row -> Text.of("method", row.paymentMethod())), "column.method", "5rem"));
        placed = fixed(addColumn(row -> times.at(row.placedAt())), "column.placed", "9.5rem");
        addItemClickListener(
                click -> UI.getCurrent().navigate(Pages.order(click.getItem().id())));
    }

    /** A box before each order. Which are ticked outlives a refresh, for an order that moved on is still the same. */
    void chooseMany(Set<OrderId> chosen, Runnable changed) {
        Column<OrderRow> boxes = addComponentColumn(row -> new Choosing(row.number(), row.id(), chosen, changed))
                .setWidth("3rem")
                .setFlexGrow(0);
        List<Column<OrderRow>> inOrder = new ArrayList<>(getColumns());
        inOrder.remove(boxes);
        inOrder.addFirst(boxes);
        setColumnOrder(inOrder);
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
        setClassName("narrow", narrow);
        card.setVisible(narrow);
        wide.forEach(column -> column.setVisible(!narrow));
        placed.setVisible(pixels >= ROOMY_PIXELS);
    }

    private static Column<OrderRow> fixed(Column<OrderRow> column, String name, String width) {
        return column.setHeader(Text.of(name)).setWidth(width).setFlexGrow(0);
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

package app.orchard.console.orders;

import app.orchard.console.Allowed;
import app.orchard.console.Feed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderRow;
import app.orchard.order.Orders;
import app.orchard.order.SavedViews;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.dataview.GridLazyDataView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every order. What is filtered stands in the address, so that it can be kept and sent to others. */
@Route(Pages.ORDERS)
@Menu(title = "nav.orders", order = 2, icon = "vaadin:package")
@RolesAllowed({Allowed.FOUNDER, Allowed.PACKER})
class OrdersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROOM_FOR_FILTERS = 760;
    private static final int MOST_COUNTED = 1000;
    private static final String TEXT = "orders.text";

    private final Orders orders;
    private final Staff staff;
    private final OrderFilters filters;
    private final Details narrow;
    private final Span count = new Span();
    private final Views views;
    private final Div many = new Div();
    private final GridLazyDataView<OrderRow> rows;
    private OrderFilter filter = OrderFilter.ALL;

    OrdersView(
            SignedIn signedIn,
            Live live,
            Orders orders,
            OrderFilters.Choices choices,
            SavedViews saved,
            BulkActions bulk,
            Times times) {
        this.orders = orders;
        this.staff = signedIn.staff();
        this.filters = choices.filters(this::go);
        this.narrow = new Details(Text.of("filter.title"), filters);
        addClassNames("page", "orders");
        narrow.addClassName("filter-box");
        count.addClassName("total-count");
        Div head = new Div(new H1(getPageTitle()), count);
        head.addClassName("page-head");
        views = new Views(saved, staff);
        OrderGrid grid = new OrderGrid(times);
        rows = grid.setItems(query -> page(query.getOffset(), query.getLimit()).stream());
        // How long the list is shows as one scrolls; counting everything would take longer with every order
        rows.setItemCountUnknown();
        many.setVisible(false);
        if (staff.is(Role.FOUNDER)) {
            head.add(download());
            chooseMany(grid, bulk);
        }
        grid.setEmptyStateComponent(new Notice("basket", Text.of("orders.empty"), Text.of("orders.empty.hint")));
        add(head, narrow, views, many, grid);
        // The rows themselves are read page by page; the feed only says when
        live.show(this, new Feed<>(Pages.ORDERS, "orders"::equals, () -> true), changed -> refresh());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI()
                .getPage()
                .retrieveExtendedClientDetails(
                        page -> narrow.setOpened(page.getWindowInnerWidth() >= ROOM_FOR_FILTERS));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OrderFilter asked = OrderSearch.read(event.getLocation().getQueryParameters());
        filter = asked.withText(kept().at(asked));
        filters.show(filter);
        views.show(filter);
        long set = OrderSearch.write(filter).getParameters().size()
                + (filter.text().isEmpty() ? 0 : 1);
        narrow.setSummaryText(set == 0 ? Text.of("filter.title") : Text.of("filter.some", set));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.orders");
    }

    private Anchor download() {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = orders.csv(filter, staff).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(csv), "orders.csv", "text/csv", csv.length);
                }),
                Text.of("settlement.csv"));
        download.addClassName("download");
        return download;
    }

    private void chooseMany(OrderGrid grid, BulkActions bulk) {
        Set<OrderId> chosen = new LinkedHashSet<>();
        Span number = new Span();
        Button cancel = new Button(Text.of("bulk.cancel"), click -> bulk.askToCancel(chosen, staff));
        Button move = new Button(Text.of("bulk.move"), click -> bulk.askToMove(chosen, staff));
        Button none = new Button(Text.of("bulk.none"), click -> {
            chosen.clear();
            many.setVisible(false);
            rows.refreshAll();
        });
        none.addThemeVariants(ButtonVariant.TERTIARY);
        many.add(number, cancel, move, none);
        many.addClassNames("inline", "bulk-bar");
        grid.chooseMany(chosen, () -> {
            many.setVisible(!chosen.isEmpty());
            number.setText(Text.of("bulk.chosen", chosen.size()));
            cancel.setEnabled(chosen.size() <= BulkActions.MOST);
            move.setEnabled(chosen.size() <= BulkActions.MOST);
        });
    }

    private void go(OrderFilter wanted) {
        VaadinSession.getCurrent().setAttribute(TEXT, TypedText.of(wanted));
        UI.getCurrent().navigate(Pages.ORDERS, OrderSearch.write(wanted));
    }

    /** As long as they are logged in, since it is not in the address. */
    private static TypedText kept() {
        return VaadinSession.getCurrent().getAttribute(TEXT) instanceof TypedText typed ? typed : TypedText.NONE;
    }

    private List<OrderRow> page(int offset, int limit) {
        return orders.page(filter, offset, limit, staff);
    }

    private void refresh() {
        rows.refreshAll();
        int all = orders.count(filter, MOST_COUNTED, staff);
        count.setText(all > MOST_COUNTED ? Text.of("orders.many", MOST_COUNTED) : Text.of("orders.count", all));
    }
}

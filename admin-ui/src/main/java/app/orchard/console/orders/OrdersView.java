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
import app.orchard.staff.Staff;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.dataview.GridLazyDataView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

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
    private final GridLazyDataView<OrderRow> rows;
    private OrderFilter filter = OrderFilter.ALL;

    OrdersView(SignedIn signedIn, Live live, Orders orders, OrderFilters.Choices choices, Times times) {
        this.orders = orders;
        this.staff = signedIn.staff();
        this.filters = choices.filters(this::go);
        this.narrow = new Details(Text.of("filter.title"), filters);
        addClassNames("page", "orders");
        narrow.addClassName("filter-box");
        count.addClassName("total-count");
        Div head = new Div(new H1(getPageTitle()), count);
        head.addClassName("page-head");
        OrderGrid grid = new OrderGrid(times);
        rows = grid.setItems(query -> page(query.getOffset(), query.getLimit()).stream());
        // How long the list is shows as one scrolls; counting everything would take longer with every order
        rows.setItemCountUnknown();
        grid.setEmptyStateComponent(new Notice("basket", Text.of("orders.empty"), Text.of("orders.empty.hint")));
        add(head, narrow, grid);
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
        filter = OrderSearch.read(event.getLocation().getQueryParameters()).withText(keptText());
        filters.show(filter);
        long set = OrderSearch.write(filter).getParameters().size()
                + (filter.text().isEmpty() ? 0 : 1);
        narrow.setSummaryText(set == 0 ? Text.of("filter.title") : Text.of("filter.some", set));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.orders");
    }

    private void go(OrderFilter wanted) {
        keepText(wanted.text());
        UI.getCurrent().navigate(Pages.ORDERS, OrderSearch.write(wanted));
    }

    /** As long as they are logged in, since it is not in the address. */
    private static void keepText(String text) {
        VaadinSession.getCurrent().setAttribute(TEXT, text);
    }

    private static String keptText() {
        return VaadinSession.getCurrent().getAttribute(TEXT) instanceof String text ? text : "";
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

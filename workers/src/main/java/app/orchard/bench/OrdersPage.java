package app.orchard.bench;

import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import app.orchard.order.Orders;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the console's page of orders asks for when it opens: the first rows and how many there are. */
final class OrdersPage {

    private static final int ROWS = 50;
    private static final int OPENINGS = 200;
    private static final int COUNTED = 1000;

    private final Orders orders;
    private final Staff founder;

    private OrdersPage(Subject subject) {
        this.orders = subject.bean(Orders.class);
        this.founder = subject.bean(StaffAccounts.class).byLogin("founder").orElseThrow();
    }

    static Figure compared(Town busy, Town quiet) {
        OrdersPage many = new OrdersPage(busy.open());
        OrdersPage few = new OrdersPage(quiet.open());
        many.perSecond();
        few.perSecond();
        List<Double> values = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (int round = 0; round < Rounds.OF_EACH; round++) {
            baselines.add(few.perSecond());
            values.add(many.perSecond());
        }
        return Figure.of("queries of the orders page, 100,000 orders against 100", "pages/s", values, baselines, 0.8);
    }

    private double perSecond() {
        OrderFilter delivered = OrderFilter.of(Set.of(OrderStatus.DELIVERED), null, null, null);
        long begun = System.nanoTime();
        for (int n = 0; n < OPENINGS; n++) {
            open(OrderFilter.ALL);
            open(delivered);
        }
        return 2 * OPENINGS / ((System.nanoTime() - begun) / 1e9);
    }

    private void open(OrderFilter filter) {
        int rows = orders.page(filter, 0, ROWS, founder).size();
        if (orders.count(filter, COUNTED, founder) < rows || rows < ROWS) {
            throw new IllegalStateException("The page shows only " + rows + " orders");
        }
    }
}

package app.orchard.console.deliveries;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.console.money.CashBox;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Today's tours of a driver: the next stop large, the others one line each. */
@Route(Pages.DELIVERIES)
@Menu(title = "nav.deliveries", order = 3, icon = "vaadin:truck")
@RolesAllowed(Allowed.DRIVER)
class DeliveriesView extends Div implements HasDynamicTitle {

    private final Tasks tasks;
    private final Times times;
    private final Staff driver;
    private final Div tours = new Div();
    private final Paragraph sum = new Paragraph();
    private final Paragraph carried = new Paragraph();
    private final Notice empty = new Notice("road", Text.of("stops.empty"), Text.of("stops.empty.hint"));
    /** What the driver opened stays open while other stops change. */
    private final Set<OrderId> opened = new HashSet<>();

    private List<TourStops> shown = List.of();

    DeliveriesView(SignedIn signedIn, Live live, Round round, CashBox cash, Tasks tasks, Times times) {
        this.tasks = tasks;
        this.times = times;
        this.driver = signedIn.staff();
        addClassNames("page", "deliveries");
        sum.addClassName("stops-sum");
        carried.addClassName("carried");
        add(new H1(getPageTitle()), phone(), carried, sum, tours, empty);
        live.show(this, round.of(driver), this::show);
        live.show(this, cash.carriedBy(driver), this::showCarried);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.deliveries");
    }

    /** Without the console's own routes: it is a page by itself. */
    private static Anchor phone() {
        Anchor phone = new Anchor("/driver/", Text.of("stops.phone"));
        phone.setRouterIgnore(true);
        phone.addClassName("phone-page");
        return phone;
    }

    private void showCarried(Money cash) {
        carried.setVisible(cash.isPositive());
        carried.setText(Text.of("cash.mine", cash.format()));
    }

    private void show(List<TourStops> now) {
        List<StopTask> doors =
                now.stream().flatMap(tour -> tour.stops().stream()).toList();
        empty.setVisible(now.isEmpty());
        sum.setVisible(!now.isEmpty());
        sum.setText(Text.of("stops.sum", doors.size(), cash(doors).format()));
        if (!now.equals(shown)) {
            shown = now;
            tours.removeAll();
            now.forEach(tour -> tours.add(new TourCard(tour, times, opened, this::start, this::ask)));
        }
    }

    private void start(Task task) {
        tasks.complete(task.key(), Map.of(), driver);
        Toast.done(Text.of("tour.started"));
    }

    private void ask(StopTask door, boolean delivered) {
        if (door.task() != null) {
            OutcomeDialog dialog = new OutcomeDialog(door.stop(), door.task(), tasks, driver);
            (delivered ? dialog.delivered() : dialog.failed()).open();
        }
    }

    private static Money cash(List<StopTask> stops) {
        return stops.stream().map(door -> door.stop().toCollect()).reduce(Money.ZERO, Money::plus);
    }
}

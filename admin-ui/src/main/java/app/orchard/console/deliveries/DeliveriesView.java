package app.orchard.console.deliveries;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.money.CashBox;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Where a driver has to go, in order. */
@Route(Pages.DELIVERIES)
@Menu(title = "nav.deliveries", order = 3, icon = "vaadin:truck")
@RolesAllowed(Allowed.DRIVER)
class DeliveriesView extends Div implements HasDynamicTitle {

    private final Tasks tasks;
    private final Times times;
    private final Staff driver;
    private final OrderedList doors = new OrderedList();
    private final Paragraph sum = new Paragraph();
    private final Paragraph carried = new Paragraph();
    private final Notice empty = new Notice("road", Text.of("stops.empty"), Text.of("stops.empty.hint"));
    private List<StopTask> shown = List.of();

    DeliveriesView(SignedIn signedIn, Live live, Round round, CashBox cash, Tasks tasks, Times times) {
        this.tasks = tasks;
        this.times = times;
        this.driver = signedIn.staff();
        addClassNames("page", "deliveries");
        doors.addClassName("stops");
        sum.addClassName("stops-sum");
        carried.addClassName("carried");
        add(new H1(getPageTitle()), carried, sum, doors, empty);
        live.show(this, round.of(driver), this::show);
        live.show(this, cash.carriedBy(driver), this::showCarried);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.deliveries");
    }

    private void showCarried(Money cash) {
        carried.setVisible(cash.isPositive());
        carried.setText(Text.of("cash.mine", cash.format()));
    }

    private void show(List<StopTask> stops) {
        empty.setVisible(stops.isEmpty());
        sum.setVisible(!stops.isEmpty());
        sum.setText(Text.of("stops.sum", stops.size(), cash(stops).format()));
        if (!stops.equals(shown)) {
            shown = stops;
            doors.removeAll();
            for (StopTask door : stops) {
                doors.add(new StopCard(
                        door, doors.getComponentCount() + 1, times, (delivered, task) -> ask(door, delivered)));
            }
        }
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

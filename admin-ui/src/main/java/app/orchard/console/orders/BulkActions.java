package app.orchard.console.orders;

import app.orchard.console.BulkDialog;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.Cancellations;
import app.orchard.order.Fault;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Rescheduling;
import app.orchard.shared.OrderId;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a founder does to several orders at once. */
@Service
class BulkActions {

    /** More than this nobody looks through before pressing. */
    static final int MOST = 100;

    private static final int LONGEST_REASON = 200;
    private static final BulkDialog.Look<OrderView> LOOK = new BulkDialog.Look<>(
            OrderView::number, order -> List.of(order.totals().total().format(), order.apartment()));

    private final Orders orders;
    private final Cancellations cancellations;
    private final Rescheduling rescheduling;
    private final Slots slots;
    private final Times times;
    private final Clock clock;

    BulkActions(
            Orders orders,
            Cancellations cancellations,
            Rescheduling rescheduling,
            Slots slots,
            Times times,
            Clock clock) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.rescheduling = rescheduling;
        this.slots = slots;
        this.times = times;
        this.clock = clock;
    }

    void askToCancel(Collection<OrderId> ids, Staff founder) {
        TextArea reason = new TextArea(Text.of("cancel.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        List<OrderView> all = chosen(ids, founder);
        new BulkDialog<>(
                        Text.of("bulk.title", Text.of("bulk.cancel"), all.size()),
                        Text.of("bulk.cancel"),
                        Text.of("bulk.cancel.consequence"),
                        List.of(reason),
                        all,
                        LOOK,
                        order -> order.status().compareTo(OrderStatus.OUT_FOR_DELIVERY) < 0,
                        order -> cancellations.byStaff(
                                order.id(), reason.getValue().strip(), Fault.SHOP, founder))
                .open();
    }

    void askToMove(Collection<OrderId> ids, Staff founder) {
        List<OrderView> all = chosen(ids, founder);
        Select<Slot> slot = new Select<>();
        slot.setLabel(Text.of("reschedule.slot"));
        slot.setWidthFull();
        slot.setItems(all.stream()
                .map(OrderView::zone)
                .distinct()
                .flatMap(zone -> slots.upcoming(zone).stream())
                .filter(each -> each.isOpenAt(clock.instant()))
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList());
        slot.setItemLabelGenerator(each -> times.slot(each.startsAt(), each.endsAt()) + ", " + each.zone());
        BulkDialog<OrderView> dialog = new BulkDialog<>(
                Text.of("bulk.title", Text.of("bulk.move"), all.size()),
                Text.of("bulk.move"),
                Text.of("reschedule.consequence"),
                List.of(slot),
                all,
                LOOK,
                rescheduling::isPossible,
                order -> rescheduling.byStaff(order.id(), slot.getValue().id(), founder));
        boolean anyCanMove = all.stream().anyMatch(rescheduling::isPossible);
        dialog.permit(false);
        slot.addValueChangeListener(change -> dialog.permit(anyCanMove && change.getValue() != null));
        dialog.open();
    }

    private List<OrderView> chosen(Collection<OrderId> ids, Staff founder) {
        return orders.all(ids.stream().limit(MOST).toList(), founder).values().stream()
                .sorted(Comparator.comparing(OrderView::number))
                .toList();
    }
}

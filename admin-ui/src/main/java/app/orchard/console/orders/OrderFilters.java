package app.orchard.console.orders;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The fields above the orders list. */
class OrderFilters extends Div {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(9);

    private final MultiSelectComboBox<OrderStatus> status = new MultiSelectComboBox<>(Text.of("filter.status"));
    private final ComboBox<Slot> slot = new ComboBox<>(Text.of("filter.slot"));
    private final ComboBox<Apartment> apartment = new ComboBox<>(Text.of("filter.apartment"));
    private final Select<String> zone = new Select<>();
    private final Button clear = new Button(Text.of("filter.clear"));
    private final Slots slots;

    OrderFilters(Apartments apartments, Slots slots, Times times, Clock clock, Consumer<OrderFilter> changed) {
        this.slots = slots;
        addClassName("filters");
        status.setItems(OrderStatus.values());
        status.setItemLabelGenerator(each -> Text.of("status", each));
        List<Apartment> all = apartments.all();
        apartment.setItems(all);
        apartment.setItemLabelGenerator(Apartment::name);
        zone.setLabel(Text.of("filter.zone"));
        zone.setEmptySelectionAllowed(true);
        zone.setItems(all.stream().map(Apartment::zone).distinct().sorted().toList());
        Instant now = clock.instant();
        slot.setItems(slots.between(now.minus(BACK), now.plus(AHEAD)));
        slot.setItemLabelGenerator(each -> times.slot(each.startsAt(), each.endsAt()) + ", " + each.zone());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> changed.accept(OrderFilter.ALL));
        add(status, slot, apartment, zone, clear);
        tell(status, changed);
        tell(slot, changed);
        tell(apartment, changed);
        tell(zone, changed);
    }

    private void tell(HasValue<?, ?> field, Consumer<OrderFilter> changed) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(filter());
            }
        });
    }

    /** Shows what the address says, without telling it back. */
    void show(OrderFilter filter) {
        status.setValue(filter.statuses());
        slot.setValue(filter.slot() == null ? null : slots.get(filter.slot()));
        apartment.setValue(apartment
                .getListDataView()
                .getItems()
                .filter(each -> each.id().equals(filter.apartment()))
                .findFirst()
                .orElse(null));
        zone.setValue(filter.zone());
        clear.setVisible(!filter.equals(OrderFilter.ALL));
    }

    private OrderFilter filter() {
        return new OrderFilter(
                status.getValue(),
                slot.getValue() == null ? null : slot.getValue().id(),
                apartment.getValue() == null ? null : apartment.getValue().id(),
                zone.getValue() == null || zone.getValue().isBlank() ? null : zone.getValue());
    }
}

package app.orchard.console.orders;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.ProductView;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.Channel;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import app.orchard.payment.PaymentMethod;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The fields above the orders list. */
class OrderFilters extends Div {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(9);
    private static final int LETTERS_REST_MILLIS = 350;

    private final TextField text = new TextField(Text.of("filter.text"));
    private final MultiSelectComboBox<OrderStatus> status = new MultiSelectComboBox<>(Text.of("filter.status"));
    private final ComboBox<Slot> slot = new ComboBox<>(Text.of("filter.slot"));
    private final ComboBox<Apartment> apartment = new ComboBox<>(Text.of("filter.apartment"));
    private final Select<String> zone;
    private final Select<Channel> channel;
    private final Select<PaymentMethod> payment;
    private final ComboBox<ProductView> product = new ComboBox<>(Text.of("filter.product"));
    private final DatePicker day = new DatePicker(Text.of("filter.day"));
    private final Checkbox customer = new Checkbox(Text.of("filter.customer"));
    private final Button clear = new Button(Text.of("filter.clear"));
    private final Slots slots;
    private @Nullable UUID oneCustomer;

    /** What there is to choose from. */
    @Service
    static class Choices {

        private final Apartments apartments;
        private final Slots slots;
        private final Catalog catalog;
        private final Times times;
        private final Clock clock;

        Choices(Apartments apartments, Slots slots, Catalog catalog, Times times, Clock clock) {
            this.apartments = apartments;
            this.slots = slots;
            this.catalog = catalog;
            this.times = times;
            this.clock = clock;
        }

        OrderFilters filters(Consumer<OrderFilter> changed) {
            return new OrderFilters(this, changed);
        }
    }

    private OrderFilters(Choices choices, Consumer<OrderFilter> changed) {
        this.slots = choices.slots;
        addClassName("filters");
        text.setPlaceholder(Text.of("filter.text.example"));
        text.setClearButtonVisible(true);
        text.setMaxLength(100);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(LETTERS_REST_MILLIS);
        status.setItems(OrderStatus.values());
        status.setItemLabelGenerator(each -> Text.of("status", each));
        List<Apartment> all = choices.apartments.all();
        apartment.setItems(all);
        apartment.setItemLabelGenerator(Apartment::name);
        zone = select(
                "filter.zone",
                all.stream().map(Apartment::zone).distinct().sorted().toList(),
                Function.identity());
        channel = select("filter.channel", List.of(Channel.values()), each -> Text.of("channel", each));
        payment = select("filter.payment", List.of(PaymentMethod.values()), each -> Text.of("method", each));
        product.setItems(choices.catalog.products());
        product.setItemLabelGenerator(ProductView::name);
        day.setClearButtonVisible(true);
        day.setLocale(java.util.Locale.UK);
        Instant now = choices.clock.instant();
        slot.setItems(slots.between(now.minus(BACK), now.plus(AHEAD)));
        slot.setItemLabelGenerator(each -> choices.times.slot(each.startsAt(), each.endsAt()) + ", " + each.zone());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> changed.accept(OrderFilter.ALL));
        add(text, status, slot, apartment, zone, channel, payment, product, day, customer, clear);
        List<HasValue<?, ?>> fields =
                List.of(text, status, slot, apartment, zone, channel, payment, product, day, customer);
        fields.forEach(field -> tell(field, changed));
    }

    private static <T> Select<T> select(String label, List<T> items, Function<T, String> name) {
        Select<T> select = new Select<>();
        select.setLabel(Text.of(label));
        select.setEmptySelectionAllowed(true);
        select.setItemLabelGenerator(each -> each == null ? "" : name.apply(each));
        select.setItems(items);
        return select;
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
        text.setValue(filter.text());
        status.setValue(filter.statuses());
        slot.setValue(filter.slot() == null ? null : slots.get(filter.slot()));
        apartment.setValue(one(apartment, Apartment::id, filter.apartment()));
        zone.setValue(filter.zone());
        channel.setValue(filter.channel());
        payment.setValue(filter.payment());
        product.setValue(one(product, ProductView::id, filter.product()));
        day.setValue(filter.day());
        oneCustomer = filter.customer();
        customer.setValue(oneCustomer != null);
        customer.setVisible(oneCustomer != null);
        clear.setVisible(!filter.equals(OrderFilter.ALL));
    }

    private static <T> @Nullable T one(ComboBox<T> field, Function<T, UUID> id, @Nullable UUID wanted) {
        return field.getListDataView()
                .getItems()
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private OrderFilter filter() {
        return new OrderFilter(
                status.getValue(),
                slot.getValue() == null ? null : slot.getValue().id(),
                apartment.getValue() == null ? null : apartment.getValue().id(),
                zone.getValue() == null || zone.getValue().isBlank() ? null : zone.getValue(),
                channel.getValue(),
                payment.getValue(),
                product.getValue() == null ? null : product.getValue().id(),
                customer.getValue() ? oneCustomer : null,
                day.getValue(),
                text.getValue());
    }
}

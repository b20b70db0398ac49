package app.orchard.console.calendar;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.Slot;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import org.jspecify.annotations.Nullable;

/** How much fits into one slot. */
class CapacityDialog extends Dialog {

    interface Change {

        void to(int stops, @Nullable Integer kitchenMinutes);
    }

    CapacityDialog(Slot slot, Times times, Change change) {
        super(Text.of("capacity.title", times.slot(slot.startsAt(), slot.endsAt()), slot.zone()));
        addClassName("ask");
        IntegerField stops = field("capacity.stops", slot.stopsTaken(), slot.capacity());
        IntegerField minutes = field("capacity.minutes", slot.minutesTaken(), slot.kitchenMinutes());
        minutes.setPlaceholder(Text.of("capacity.unlimited"));
        Button save = new Button(Text.of("capacity.do"), click -> {
            if (stops.getValue() == null || stops.isInvalid() || minutes.isInvalid()) {
                return;
            }
            change.to(stops.getValue(), minutes.getValue());
            close();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(Text.of("task.close"), click -> close());
        Div fields = new Div(stops, minutes);
        fields.addClassName("form-fields");
        add(fields);
        getFooter().add(keep, save);
    }

    private static IntegerField field(String words, int taken, @Nullable Integer capacity) {
        IntegerField field = new IntegerField(Text.of(words));
        field.setValue(capacity);
        field.setMin(taken);
        field.setHelperText(Text.of("capacity.taken", taken));
        field.setI18n(new IntegerField.IntegerFieldI18n().setMinErrorMessage(Text.of("capacity.below", taken)));
        return field;
    }
}

package app.orchard.console.calendar;

import app.orchard.console.Text;
import app.orchard.slots.SlotTemplate;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A new weekly window. */
class WindowDialog extends Dialog {

    private final Select<String> zone = new Select<>();
    private final Select<DayOfWeek> weekday = new Select<>();
    private final TimePicker starts = new TimePicker(Text.of("window.starts"), LocalTime.of(10, 0));
    private final TimePicker ends = new TimePicker(Text.of("window.ends"), LocalTime.of(12, 0));
    private final IntegerField lead = number("window.lead", 3);
    private final IntegerField stops = number("capacity.stops", 20);
    private final IntegerField minutes = number("capacity.minutes", null);
    private final DayField from;
    private final DayField until = new DayField(Text.of("window.until"), null);

    WindowDialog(List<String> zones, LocalDate today, Consumer<SlotTemplate> add) {
        super(Text.of("window.add"));
        addClassName("ask");
        from = new DayField(Text.of("window.from"), today);
        zone.setLabel(Text.of("filter.zone"));
        zone.setItems(zones);
        zone.setValue(zones.isEmpty() ? null : zones.getFirst());
        weekday.setLabel(Text.of("window.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        weekday.setValue(today.getDayOfWeek());
        starts.setLocale(Locale.UK);
        ends.setLocale(Locale.UK);
        minutes.setPlaceholder(Text.of("capacity.unlimited"));
        Button save = new Button(Text.of("window.do"), click -> {
            add.accept(wanted());
            close();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(Text.of("task.close"), click -> close());
        Div fields = new Div(zone, weekday, starts, ends, lead, stops, minutes, from, until);
        fields.addClassNames("form-fields", "in-two");
        add(fields);
        getFooter().add(keep, save);
    }

    private SlotTemplate wanted() {
        return new SlotTemplate(
                UUID.randomUUID(),
                zone.getValue() == null ? "" : zone.getValue(),
                weekday.getValue(),
                starts.getValue() == null ? LocalTime.MIDNIGHT : starts.getValue(),
                ends.getValue() == null ? LocalTime.MIDNIGHT : ends.getValue(),
                Duration.ofHours(lead.getValue() == null ? 0 : lead.getValue()),
                stops.getValue() == null ? 0 : stops.getValue(),
                minutes.getValue(),
                from.getValue() == null ? LocalDate.EPOCH : from.getValue(),
                until.getValue());
    }

    private static IntegerField number(String words, @Nullable Integer value) {
        IntegerField field = new IntegerField(Text.of(words));
        field.setValue(value);
        field.setMin(0);
        return field;
    }
}

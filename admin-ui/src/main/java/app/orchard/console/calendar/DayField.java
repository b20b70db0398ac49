package app.orchard.console.calendar;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day, written day before month. */
class DayField extends DatePicker {

    DayField(String label, @Nullable LocalDate day) {
        super(label);
        setLocale(Locale.UK);
        setValue(day);
    }
}

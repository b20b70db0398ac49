package app.orchard.console.catalogue;

import app.orchard.console.Text;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A day of each year, or none. */
class YearDay extends CustomField<MonthDay> {

    private final Select<Integer> day = new Select<>();
    private final Select<Month> month = new Select<>();

    YearDay(String label) {
        setLabel(label);
        addClassName("year-day");
        month.setItems(Month.values());
        month.setItemLabelGenerator(
                each -> each == null ? "–" : each.getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH));
        month.setEmptySelectionAllowed(true);
        month.setAriaLabel(Text.of("catalogue.month", label));
        days(Month.JANUARY);
        day.setItemLabelGenerator(each -> each == null ? "–" : String.valueOf(each));
        day.setAriaLabel(Text.of("catalogue.day", label));
        month.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                days(change.getValue());
            }
        });
        add(new Div(month, day));
    }

    private void days(@Nullable Month of) {
        Integer before = day.getValue();
        int most = of == null ? 0 : of.maxLength();
        day.setItems(IntStream.rangeClosed(1, most).boxed().toList());
        day.setEnabled(of != null);
        if (of != null) {
            day.setValue(before == null ? 1 : Math.min(before, most));
        }
    }

    @Override
    protected @Nullable MonthDay generateModelValue() {
        return month.isEmpty() || day.isEmpty() ? null : MonthDay.of(month.getValue(), day.getValue());
    }

    @Override
    protected void setPresentationValue(@Nullable MonthDay value) {
        month.setValue(value == null ? null : value.getMonth());
        days(value == null ? null : value.getMonth());
        if (value != null) {
            day.setValue(value.getDayOfMonth());
        }
    }
}

package app.orchard.console;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** From one day until another, both counted; the parameters {@code from} and {@code until} of a page's address. */
public final class DaySpan extends Div {

    /** Days are written as in the country of the business, whatever the browser says. */
    private static final Locale COUNTRY = Locale.of("en", "IN");

    private final DatePicker from = new DatePicker(Text.of("settlement.from"));
    private final DatePicker until = new DatePicker(Text.of("settlement.until"));

    /** @param chosen runs when somebody picked another day */
    public DaySpan(Runnable chosen) {
        addClassName("day-span");
        for (DatePicker day : new DatePicker[] {from, until}) {
            day.setLocale(COUNTRY);
            day.addValueChangeListener(change -> {
                if (change.getValue() == null) {
                    // An emptied field, or one that cannot be read: there is always a span
                    day.setValue(change.getOldValue());
                } else if (change.isFromClient()) {
                    chosen.run();
                }
            });
            add(day);
        }
    }

    /** @param otherwise how many days back when the address does not say, until today */
    public void read(QueryParameters address, LocalDate today, int otherwise) {
        from.setValue(day(address, "from", today.minusDays(otherwise)));
        until.setValue(day(address, "until", today));
        until.setInvalid(false);
    }

    public Map<String, String> asParameters() {
        return Map.of("from", from().toString(), "until", until().toString());
    }

    public LocalDate from() {
        return from.getValue();
    }

    public LocalDate until() {
        return until.getValue();
    }

    /** Says beside the field why these days cannot be shown. */
    public void refuse(String sentence) {
        until.setErrorMessage(sentence);
        until.setInvalid(true);
    }

    public boolean isRefused() {
        return until.isInvalid();
    }

    private static LocalDate day(QueryParameters address, String name, LocalDate otherwise) {
        try {
            return address.getSingleParameter(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}

package app.orchard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaySpanTest {

    @Test
    void keepsTheLastDayWhenAFieldIsEmptied() {
        DaySpan span = new DaySpan(() -> {});
        span.read(QueryParameters.fromString("from=2026-11-02&until=2026-11-04"), LocalDate.of(2026, 11, 5), 3);
        span.getChildren().forEach(day -> ((DatePicker) day).clear());
        assertThat(span.from()).isEqualTo("2026-11-02");
        assertThat(span.asParameters()).containsEntry("until", "2026-11-04");
    }
}

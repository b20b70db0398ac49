package app.orchard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.order.OrderFilter;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void filtersOnlyWhereItWasTyped() {
        OrderFilter north = OrderSearch.read(QueryParameters.fromString("zone=north&status=READY,PREPARING"));
        TypedText typed = TypedText.of(north.withText("Meena"));
        assertThat(typed.at(OrderSearch.read(OrderSearch.write(north)))).isEqualTo("Meena");
        assertThat(typed.at(OrderSearch.read(QueryParameters.fromString("zone=south"))))
                .isEmpty();
        assertThat(typed.at(OrderFilter.ALL)).isEmpty();
    }
}

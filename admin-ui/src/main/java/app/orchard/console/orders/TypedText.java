package app.orchard.console.orders;

import app.orchard.order.OrderFilter;
import java.io.Serializable;

/** Words typed into the orders list, and the address at which they were: elsewhere they do not filter. */
record TypedText(String address, String text) implements Serializable {

    static final TypedText NONE = new TypedText("", "");

    static TypedText of(OrderFilter filter) {
        return new TypedText(OrderSearch.write(filter).getQueryString(), filter.text());
    }

    /** @param asked what an address says */
    String at(OrderFilter asked) {
        return of(asked).address().equals(address) ? text : "";
    }
}

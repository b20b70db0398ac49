package app.orchard.console;

import app.orchard.models.ModelKind;
import app.orchard.shared.OrderId;
import java.util.UUID;

/** The addresses of the console's pages, below {@code /console/}. */
public final class Pages {

    public static final String TODAY = "today";
    public static final String INBOX = "inbox";
    public static final String ORDERS = "orders";
    public static final String RUNS = "runs";
    public static final String CALENDAR = "calendar";
    public static final String DELIVERIES = "deliveries";
    public static final String STOCK = "stock";
    public static final String SALE = "sale";
    public static final String INCIDENTS = "incidents";
    public static final String MESSAGES = "messages";
    public static final String CASH = "cash";
    public static final String SETTLEMENT = "settlement";
    public static final String SALES = "sales";
    public static final String MODELS = "models";
    public static final String CATALOGUE = "catalogue";
    public static final String STAFF = "staff";
    public static final String ZONES = "zones";
    public static final String SETTINGS = "settings";
    public static final String CHANGES = "changes";
    static final String LOGIN = "login";

    private Pages() {}

    public static String order(OrderId order) {
        return ORDERS + "/" + order;
    }

    public static String run(UUID run) {
        return RUNS + "/" + run;
    }

    /** The page of a process, a decision or a form. */
    public static String model(ModelKind kind, String id) {
        String what = switch (kind) {
            case PROCESS -> "process";
            case DECISION_REQUIREMENTS -> "decision";
            case FORM -> "form";
        };
        return MODELS + "/" + what + "/" + id;
    }

    /** What was changed about one thing. */
    public static String changesOf(UUID what) {
        return CHANGES + "?what=" + what;
    }

    public static String task(long key) {
        return INBOX + "/" + key;
    }
}

package app.orchard.embedded;

import java.util.Map;
import java.util.Optional;

/** Which parts the person who starts us brings along, told by environment variables. */
record Surroundings(Map<String, String> variables) {

    static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv());
    }

    boolean bringDatabase() {
        return has("SPRING_DATASOURCE_URL");
    }

    boolean bringBroker() {
        return has("CAMUNDA_CLIENT_GRPC_ADDRESS");
    }

    boolean bringRazorpay() {
        return has("ORCHARD_RAZORPAY_KEY_ID") || has("ORCHARD_RAZORPAY_KEY_SECRET");
    }

    boolean bringWati() {
        return has("ORCHARD_WATI_ENDPOINT") || has("ORCHARD_WATI_TOKEN");
    }

    /** Their database, for the exporter of our broker. */
    BrokerPlan.ExporterDatabase database() {
        return new BrokerPlan.ExporterDatabase(
                value("SPRING_DATASOURCE_URL").orElseThrow(),
                value("SPRING_DATASOURCE_USERNAME").orElse(""),
                value("SPRING_DATASOURCE_PASSWORD").orElse(""));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private boolean has(String name) {
        return value(name).isPresent();
    }
}

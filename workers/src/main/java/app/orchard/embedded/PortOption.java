package app.orchard.embedded;

import java.util.Arrays;
import java.util.Optional;

/** The ports one can choose. */
enum PortOption {
    SHOP("--port", 8080, "the shop and the console"),
    DATABASE("--database-port", 54329, "PostgreSQL"),
    BROKER("--broker-port", 26500, "the Zeebe broker's gRPC"),
    BROKER_HEALTH("--broker-health-port", 9600, "the Zeebe broker's health page"),
    RAZORPAY("--razorpay-port", 8091, "the Razorpay simulator"),
    WATI("--wati-port", 8092, "the WATI simulator");

    private final String option;
    private final int standard;
    private final String purpose;

    PortOption(String option, int standard, String purpose) {
        this.option = option;
        this.standard = standard;
        this.purpose = purpose;
    }

    static Optional<PortOption> called(String option) {
        return Arrays.stream(values())
                .filter(port -> port.option.equals(option))
                .findFirst();
    }

    int standard() {
        return standard;
    }

    /** What to say when somebody else listens there. */
    String taken(int port) {
        return "Port %d for %s is in use%s. Stop that program, or choose another port with %s NUMBER."
                .formatted(
                        port, purpose, PortUser.of(port).map(by -> " by " + by).orElse(""), option);
    }
}

package app.orchard.embedded;

import java.net.URI;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** {@code java -jar orchard.jar sandbox}: the vendors' stand-ins alone, for example in a container of their own. */
public final class SimulatorsCommand {

    private SimulatorsCommand() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        try {
            var options = UpOptions.parse(arguments);
            var shop = Surroundings.ofThisProcess()
                    .value("ORCHARD_SANDBOX_SHOP")
                    .orElse("http://127.0.0.1:" + options.port(PortOption.SHOP));
            start(new Simulators(
                    options.port(PortOption.RAZORPAY),
                    options.port(PortOption.WATI),
                    URI.create(shop),
                    options.data()));
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void start(Simulators simulators) {
        var supervisor = new Supervisor(System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop));
        supervisor.start(List.of(simulators.razorpay(), simulators.wati()));
        while (!supervisor.isStopping()) {
            LockSupport.park();
        }
    }
}

package app.orchard;

import app.orchard.bench.Bench;
import app.orchard.demo.Demo;
import app.orchard.embedded.RebuildCommand;
import app.orchard.embedded.SimulatorsCommand;
import app.orchard.embedded.TrialRun;
import app.orchard.embedded.Up;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application: storefront, job workers and, where its module is present, the console. */
@SpringBootApplication
public class Orchard {

    /** Without a command the application itself; {@code up} runs everything else on this machine as well. */
    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "up" -> Up.main(rest);
            case "sandbox" -> SimulatorsCommand.main(rest);
            case "demo" -> Demo.main(rest);
            case "bench" -> Bench.main(Orchard.class, rest);
            case "trial-run" -> TrialRun.main(rest);
            case "rebuild-projections" -> RebuildCommand.main(rest);
            default -> SpringApplication.run(Orchard.class, args);
        }
    }
}

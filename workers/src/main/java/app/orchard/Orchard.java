package app.orchard;

import app.orchard.embedded.Up;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application: storefront, job workers and, where its module is present, the console. */
@SpringBootApplication
public class Orchard {

    /** Without a command the application itself; {@code up} runs everything else on this machine as well. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("up")) {
            Up.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            SpringApplication.run(Orchard.class, args);
        }
    }
}

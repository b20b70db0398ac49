package app.orchard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application: storefront, job workers and, where its module is present, the console. */
@SpringBootApplication
public class Orchard {

    public static void main(String[] args) {
        SpringApplication.run(Orchard.class, args);
    }
}

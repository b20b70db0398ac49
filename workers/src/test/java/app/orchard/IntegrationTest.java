package app.orchard;

import app.orchard.delivery.Departure;
import app.orchard.order.Shopper;
import app.orchard.storefront.Guests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The whole application with the demo business on a real database and a real broker, its pages on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Orchard.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RunningParts.DatabaseAndBroker.class)
@TestPropertySource(properties = "orchard.demo-business=true")
@Import({Shopper.class, Guests.class, Departure.class})
public @interface IntegrationTest {}

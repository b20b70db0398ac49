package app.orchard;

import app.orchard.delivery.Road;
import app.orchard.inventory.Shelves;
import app.orchard.order.Shopper;
import app.orchard.storefront.Guests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link DatabaseTest} of the demo business, with people who buy and deliver. All such tests share one database and
 * application unless they ask for more, so each works on customers, slots and packs of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@TestPropertySource(properties = {"orchard.demo-business=true", "orchard.delivery.planning-time=300ms"})
@Import({Shopper.class, Guests.class, Shelves.class, Road.class, Statements.class})
public @interface DemoBusinessTest {}

package app.orchard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a real database of its own; commands to the engine stay in the outbox. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Orchard.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RunningParts.FreshDatabase.class)
public @interface DatabaseTest {}

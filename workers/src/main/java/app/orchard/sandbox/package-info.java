/** Simulators of the payment gateway and the WhatsApp provider, spoken to over HTTP like the real ones. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package app.orchard.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

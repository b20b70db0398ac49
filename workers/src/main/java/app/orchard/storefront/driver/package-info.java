/** The page of drivers on their phones. It is drawn there, and works where there is no network. */
@NullMarked
package app.orchard.storefront.driver;

import org.jspecify.annotations.NullMarked;

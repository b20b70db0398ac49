/** What the business is called and how it is reached, and the texts that it sends. */
@NullMarked
package app.orchard.console.settings;

import org.jspecify.annotations.NullMarked;

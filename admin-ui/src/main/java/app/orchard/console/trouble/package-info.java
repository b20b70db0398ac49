/** What did not work: steps the engine gave up on, messages that did not arrive. */
@NullMarked
package app.orchard.console.trouble;

import org.jspecify.annotations.NullMarked;

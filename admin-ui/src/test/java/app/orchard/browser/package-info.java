/** What people see and press in a real browser, on the real parts. */
@NullMarked
package app.orchard.browser;

import org.jspecify.annotations.NullMarked;

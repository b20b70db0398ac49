/** A WhatsApp provider that speaks WATI's wire format, with phones one can read and reply on. */
@NullMarked
package app.orchard.sandbox.wati;

import org.jspecify.annotations.NullMarked;

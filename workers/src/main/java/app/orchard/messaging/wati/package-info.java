/** WATI, the provider that carries our WhatsApp messages: its HTTP interface in its own words. */
@NullMarked
package app.orchard.messaging.wati;

import org.jspecify.annotations.NullMarked;

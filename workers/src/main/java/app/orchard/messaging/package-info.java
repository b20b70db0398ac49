/** What we tell customers over WhatsApp, whether it reached them, and what they ask us not to send. */
@NullMarked
package app.orchard.messaging;

import org.jspecify.annotations.NullMarked;

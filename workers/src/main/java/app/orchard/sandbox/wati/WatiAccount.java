package app.orchard.sandbox.wati;

import java.net.URI;
import java.util.Optional;

/**
 * The one tenant the simulated WhatsApp provider knows.
 *
 * @param webhook the address with its secret token in the path; empty: nobody is told
 */
public record WatiAccount(String tenant, String token, Optional<URI> webhook) {

    public WatiAccount tells(URI webhook) {
        return new WatiAccount(tenant, token, Optional.of(webhook));
    }
}

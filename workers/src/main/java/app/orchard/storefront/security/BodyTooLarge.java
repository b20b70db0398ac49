package app.orchard.storefront.security;

import java.io.IOException;

/** A request says more than we listen to. */
public class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(int limit) {
        super("A request may have at most " + limit / 1024 + " KB.");
    }
}

package app.orchard.storefront.security;

import org.springframework.stereotype.Component;

/** Of links to orders. */
@Component
public class LinkGuesses extends Guesses {

    LinkGuesses() {
        super("not-found");
    }
}

package app.orchard.storefront.web;

/** The page is only for somebody who is logged in. */
class LogInFirst extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

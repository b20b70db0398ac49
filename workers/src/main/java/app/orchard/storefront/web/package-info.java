/** The shop's pages, rendered here: each works as plain forms; a small script makes them live. */
@NullMarked
package app.orchard.storefront.web;

import org.jspecify.annotations.NullMarked;

/** Who is asking, and what a browser may do with the answer. One chain per kind of caller. */
@NullMarked
package app.orchard.storefront.security;

import org.jspecify.annotations.NullMarked;

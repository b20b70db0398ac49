/** The API in JSON: for apps of customers under {@code /api}, for programs of staff under {@code /api/staff}. */
@NullMarked
package app.orchard.storefront.api;

import org.jspecify.annotations.NullMarked;

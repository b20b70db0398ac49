/** What customers and programs reach over HTTP: the API, the pages of the shop, and who may see what. */
@NullMarked
package app.orchard.storefront;

import org.jspecify.annotations.NullMarked;

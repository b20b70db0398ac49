/** What is sold: products, their packs, prices and pictures. */
@NullMarked
package app.orchard.console.catalogue;

import org.jspecify.annotations.NullMarked;

/** What is sold: products, varieties and their packs. */
@NullMarked
package app.orchard.catalog;

import org.jspecify.annotations.NullMarked;

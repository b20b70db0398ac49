@NullMarked
package app.orchard.storefront.web;

import org.jspecify.annotations.NullMarked;

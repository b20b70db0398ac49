@org.jspecify.annotations.NullMarked
package app.orchard.storefront;

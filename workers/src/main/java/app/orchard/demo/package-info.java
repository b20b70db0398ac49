/** A made-up business to try everything with: a mango seller with two apartment complexes and one stall. */
@NullMarked
package app.orchard.demo;

import org.jspecify.annotations.NullMarked;

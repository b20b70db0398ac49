/** The process room: what the models do, and how changed ones come into the engine. */
@NullMarked
package app.orchard.models;

import org.jspecify.annotations.NullMarked;

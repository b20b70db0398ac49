/** The process room: models, their versions and what happens in them; changed ones are looked at and deployed. */
@NullMarked
package app.orchard.console.models;

import org.jspecify.annotations.NullMarked;

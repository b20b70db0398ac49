/** What is delivered when: the slots of the coming two weeks, closed days, and the weekly windows they come from. */
@NullMarked
package app.orchard.console.calendar;

import org.jspecify.annotations.NullMarked;

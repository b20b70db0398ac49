package app.orchard.console;

import app.orchard.staff.Staff;

/** How many things wait on a page; shown beside its name in the navigation. */
public interface Counter {

    /** One of {@link Pages}. */
    String page();

    Feed<Integer> feed(Staff staff);
}

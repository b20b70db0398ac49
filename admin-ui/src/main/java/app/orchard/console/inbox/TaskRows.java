package app.orchard.console.inbox;

import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The list of tasks. Only rows that changed are drawn again, so that the focus stays where it is. */
class TaskRows extends UnorderedList {

    private final Function<Entry, TaskRow> draw;
    private final Map<Entry, TaskRow> drawn = new HashMap<>();
    private long opened;

    TaskRows(Function<Entry, TaskRow> draw) {
        this.draw = draw;
        addClassName("rows");
    }

    void show(List<Entry> entries) {
        drawn.entrySet().removeIf(row -> {
            boolean gone = !entries.contains(row.getKey());
            if (gone) {
                remove(row.getValue());
            }
            return gone;
        });
        for (int i = 0; i < entries.size(); i++) {
            TaskRow row = drawn.computeIfAbsent(entries.get(i), draw);
            row.tick();
            if (i >= getElement().getChildCount() || !getElement().getChild(i).equals(row.getElement())) {
                addComponentAtIndex(i, row);
            }
        }
        markOpen(opened);
    }

    /** Draws all anew with the next {@link #show}. */
    void forget() {
        drawn.values().forEach(this::remove);
        drawn.clear();
    }

    /** The row of the task that is open beside the list; 0 for none. */
    void markOpen(long key) {
        opened = key;
        drawn.forEach((entry, row) -> row.markOpen(entry.task().key() == key));
    }
}

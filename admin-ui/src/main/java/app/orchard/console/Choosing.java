package app.orchard.console;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.Set;

/** The box before one of several things to be done at once. */
public class Choosing extends Checkbox {

    /** @param chosen holds what is ticked, and outlives this box */
    public <K> Choosing(String number, K key, Set<K> chosen, Runnable changed) {
        setValue(chosen.contains(key));
        setAriaLabel(Text.of("bulk.choose", number));
        getElement().setAttribute("data-order", number);
        addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(key);
            } else {
                chosen.remove(key);
            }
            changed.run();
        });
    }
}

package app.orchard.sandbox.http;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** The faults asked for and not yet used up. */
public final class Faults {
    private final LinkedList<Fault> planned = new LinkedList<>();

    public synchronized void plan(Fault fault) {
        planned.add(fault);
    }

    public synchronized void clear() {
        planned.clear();
    }

    public synchronized List<Fault> planned() {
        return List.copyOf(planned);
    }

    /** The fault that meets this request, counted down. */
    synchronized Optional<Fault> meeting(Request request) {
        for (var faults = planned.listIterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.concerns(request)) {
                Fault rest = fault.passed();
                if (rest.times() == 0) {
                    faults.remove();
                } else {
                    faults.set(rest);
                }
                return fault.skip() > 0 ? Optional.empty() : Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}

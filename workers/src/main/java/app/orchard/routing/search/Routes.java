package app.orchard.routing.search;

import java.util.List;

/**
 * A plan.
 *
 * @param steps by van, without its start and end; empty for a van that stays
 * @param cost of all ways and fees
 * @param rounds how often the search destroyed and mended
 */
public record Routes(List<List<Step>> steps, List<Integer> unplaced, long cost, long rounds) {

    public Routes {
        steps = steps.stream().map(List::copyOf).toList();
        unplaced = List.copyOf(unplaced);
    }
}

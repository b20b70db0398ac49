package app.orchard.routing.graphhopper;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.util.Arrays;

/**
 * The roads as one vehicle drives them, in plain arrays: for each direction of each road how long it takes and where it
 * goes on. What is no allowed turn is not there at all.
 */
final class FlatRoads {

    static final int CLOSED = Integer.MAX_VALUE;

    /** By direction; twice as many as roads. */
    final int[] millis;

    final int[] centimetres;
    /** Where in {@link #next} the directions begin that follow. */
    final int[] first;

    final int[] next;

    FlatRoads(BaseGraph graph, Weighting weighting) {
        int directions = 2 * graph.getEdges();
        millis = new int[directions];
        centimetres = new int[directions];
        first = new int[directions + 1];
        for (int key = 0; key < directions; key++) {
            EdgeIteratorState road = graph.getEdgeIteratorStateForKey(key);
            boolean isOpen = !Double.isInfinite(weighting.calcEdgeWeight(road, false));
            millis[key] = isOpen ? Math.toIntExact(weighting.calcEdgeMillis(road, false)) : CLOSED;
            centimetres[key] = (int) Math.round(100 * road.getDistance());
        }
        next = turns(graph, weighting);
    }

    private int[] turns(BaseGraph graph, Weighting weighting) {
        int[] turns = new int[4 * millis.length];
        int count = 0;
        EdgeExplorer explorer = graph.createEdgeExplorer();
        for (int key = 0; key < millis.length; key++) {
            first[key] = count;
            if (millis[key] == CLOSED) {
                continue;
            }
            EdgeIteratorState road = graph.getEdgeIteratorStateForKey(key);
            EdgeIterator onward = explorer.setBaseNode(road.getAdjNode());
            while (onward.next()) {
                int turn = onward.getEdgeKey();
                boolean isAllowed = millis[turn] != CLOSED
                        && !Double.isInfinite(
                                weighting.calcTurnWeight(road.getEdge(), road.getAdjNode(), onward.getEdge()));
                if (isAllowed) {
                    turns = count == turns.length ? Arrays.copyOf(turns, 2 * count) : turns;
                    turns[count++] = turn;
                }
            }
        }
        first[millis.length] = count;
        return Arrays.copyOf(turns, count);
    }

    int directions() {
        return millis.length;
    }
}

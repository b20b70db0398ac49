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

    /** By direction: the junction where it ends. */
    final int[] end;
    /** Where in {@link #leaving} the directions begin that leave a junction. */
    final int[] firstLeaving;

    /** Open or not; the opposite of each arrives there. */
    final int[] leaving;

    FlatRoads(BaseGraph graph, Weighting weighting) {
        int directions = 2 * graph.getEdges();
        millis = new int[directions];
        centimetres = new int[directions];
        first = new int[directions + 1];
        end = new int[directions];
        for (int key = 0; key < directions; key++) {
            EdgeIteratorState road = graph.getEdgeIteratorStateForKey(key);
            boolean isOpen = !Double.isInfinite(weighting.calcEdgeWeight(road, false));
            millis[key] = isOpen ? Math.toIntExact(weighting.calcEdgeMillis(road, false)) : CLOSED;
            end[key] = road.getAdjNode();
            centimetres[key] = (int) Math.round(100 * road.getDistance());
        }
        next = turns(graph, weighting);
        firstLeaving = new int[graph.getNodes() + 1];
        leaving = leaving();
    }

    private int[] leaving() {
        for (int key = 0; key < end.length; key++) {
            firstLeaving[end[key ^ 1] + 1]++;
        }
        for (int node = 1; node < firstLeaving.length; node++) {
            firstLeaving[node] += firstLeaving[node - 1];
        }
        int[] filled = Arrays.copyOf(firstLeaving, firstLeaving.length);
        int[] keys = new int[end.length];
        for (int key = 0; key < end.length; key++) {
            keys[filled[end[key ^ 1]]++] = key;
        }
        return keys;
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

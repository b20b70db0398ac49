package app.orchard.routing.graphhopper;

import java.util.Arrays;
import java.util.List;

/**
 * The fastest ways from one stand to all others. Dijkstra's search over directions of roads, so that forbidden turns are
 * never taken; a direction's label says when its end is reached. Made once, used for many sources.
 */
final class FlatSearch {

    static final int NO_WAY = Integer.MAX_VALUE;
    private static final int ROUNDS_BETWEEN_LOOKS = 512;

    private final FlatRoads roads;
    private final int[] reached;
    private final int[] length;
    private final int[] touched;
    private int touchedCount;
    private long[] heap = new long[1024];
    private int heapSize;

    int[] millisTo = new int[0];
    int[] centimetresTo = new int[0];

    FlatSearch(FlatRoads roads) {
        this.roads = roads;
        reached = new int[roads.directions()];
        length = new int[roads.directions()];
        touched = new int[roads.directions()];
        Arrays.fill(reached, NO_WAY);
    }

    /** Fills {@link #millisTo} and {@link #centimetresTo}. */
    void search(Stand from, List<Stand> to) {
        begin(to.size());
        for (int n = 0; n < to.size(); n++) {
            nearby(from, to.get(n), n);
        }
        if (from.isJunction()) {
            leaveJunction(from.junction());
        } else {
            leave(from.forward(), 1 - from.share());
            leave(from.backward(), from.share());
        }
        int rounds = 0;
        while (heapSize > 0) {
            long top = pop();
            int time = (int) (top >>> 32);
            int key = (int) top;
            if (time > reached[key]) {
                continue;
            }
            goOn(key, time, length[key]);
            if (++rounds % ROUNDS_BETWEEN_LOOKS == 0 && areSettled(to, time)) {
                break;
            }
        }
        for (int n = 0; n < to.size(); n++) {
            arrive(to.get(n), n);
        }
    }

    private void begin(int targets) {
        for (int n = 0; n < touchedCount; n++) {
            reached[touched[n]] = NO_WAY;
        }
        touchedCount = 0;
        heapSize = 0;
        millisTo = new int[targets];
        centimetresTo = new int[targets];
        Arrays.fill(millisTo, NO_WAY);
    }

    /** What is reached without the end of any road. */
    private void nearby(Stand from, Stand to, int target) {
        if (from.isJunction()) {
            if (from.junction() == to.junction()) {
                millisTo[target] = 0;
            }
        } else if (to.isJunction()) {
            toTheEnd(from.forward(), 1 - from.share(), to.junction(), target);
            toTheEnd(from.backward(), from.share(), to.junction(), target);
        } else if (from.road() == to.road()) {
            alongTheSameRoad(from, to, target);
        }
    }

    private void toTheEnd(int key, double share, int junction, int target) {
        if (roads.end[key] == junction && roads.millis[key] != FlatRoads.CLOSED) {
            int time = part(roads.millis[key], share);
            if (time < millisTo[target]) {
                millisTo[target] = time;
                centimetresTo[target] = part(roads.centimetres[key], share);
            }
        }
    }

    private void alongTheSameRoad(Stand from, Stand to, int target) {
        double forward = to.share() - from.share();
        int key = forward >= 0 ? from.forward() : from.backward();
        if (roads.millis[key] != FlatRoads.CLOSED) {
            millisTo[target] = part(roads.millis[key], Math.abs(forward));
            centimetresTo[target] = part(roads.centimetres[key], Math.abs(forward));
        } else if (forward == 0 && roads.millis[from.backward()] != FlatRoads.CLOSED) {
            millisTo[target] = 0;
        }
    }

    /** From within a direction to its end, without saying that the whole of it was driven. */
    private void leave(int key, double share) {
        if (roads.millis[key] != FlatRoads.CLOSED) {
            goOn(key, part(roads.millis[key], share), part(roads.centimetres[key], share));
        }
    }

    private void leaveJunction(int junction) {
        int end = roads.firstLeaving[junction + 1];
        for (int n = roads.firstLeaving[junction]; n < end; n++) {
            if (roads.millis[roads.leaving[n]] != FlatRoads.CLOSED) {
                drive(roads.leaving[n], 0, 0);
            }
        }
    }

    private void goOn(int key, int time, int driven) {
        int end = roads.first[key + 1];
        for (int turn = roads.first[key]; turn < end; turn++) {
            drive(roads.next[turn], time, driven);
        }
    }

    private void drive(int key, int time, int driven) {
        int then = time + roads.millis[key];
        if (then < reached[key]) {
            if (reached[key] == NO_WAY) {
                touched[touchedCount++] = key;
            }
            reached[key] = then;
            length[key] = driven + roads.centimetres[key];
            push((long) then << 32 | key);
        }
    }

    /** Whether nothing that is still to be looked at can reach a target sooner. */
    private boolean areSettled(List<Stand> to, int time) {
        for (int n = 0; n < to.size(); n++) {
            arrive(to.get(n), n);
            if (millisTo[n] > time) {
                return false;
            }
        }
        return true;
    }

    private void arrive(Stand stand, int target) {
        if (stand.isJunction()) {
            int end = roads.firstLeaving[stand.junction() + 1];
            for (int n = roads.firstLeaving[stand.junction()]; n < end; n++) {
                arrive(roads.leaving[n] ^ 1, 0, target);
            }
        } else {
            arrive(stand.forward(), 1 - stand.share(), target);
            arrive(stand.backward(), stand.share(), target);
        }
    }

    private void arrive(int key, double left, int target) {
        int time = arrival(key, left);
        if (time < millisTo[target]) {
            millisTo[target] = time;
            centimetresTo[target] = length[key] - part(roads.centimetres[key], left);
        }
    }

    private int arrival(int key, double left) {
        return reached[key] == NO_WAY ? NO_WAY : reached[key] - part(roads.millis[key], left);
    }

    private static int part(int whole, double share) {
        return (int) Math.round(whole * share);
    }

    private void push(long entry) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heapSize);
        }
        int hole = heapSize++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 2;
            if (heap[parent] <= entry) {
                break;
            }
            heap[hole] = heap[parent];
            hole = parent;
        }
        heap[hole] = entry;
    }

    private long pop() {
        long top = heap[0];
        long last = heap[--heapSize];
        int hole = 0;
        while (true) {
            int child = 4 * hole + 1;
            if (child >= heapSize) {
                break;
            }
            int end = Math.min(child + 4, heapSize);
            int least = child;
            for (int other = child + 1; other < end; other++) {
                if (heap[other] < heap[least]) {
                    least = other;
                }
            }
            if (heap[least] >= last) {
                break;
            }
            heap[hole] = heap[least];
            hole = least;
        }
        heap[hole] = last;
        return top;
    }
}

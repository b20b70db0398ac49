package app.orchard.routing;

/**
 * Times and distances between all points of a list, in both directions.
 *
 * @param millis of driving, row by row; {@link #UNREACHABLE} where no way leads
 * @param metres row by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Matrix(int size, int[] millis, int[] metres) {

    public static final int UNREACHABLE = Integer.MAX_VALUE;

    public Matrix {
        if (millis.length != size * size || metres.length != size * size) {
            throw new IllegalArgumentException("A matrix of " + size + " has " + size * size + " fields");
        }
    }

    public boolean isReachable(int from, int to) {
        return millis[from * size + to] != UNREACHABLE;
    }

    /** Whole seconds, rounded. */
    public int seconds(int from, int to) {
        return Math.round(millis[from * size + to] / 1000f);
    }

    public int metres(int from, int to) {
        return metres[from * size + to];
    }
}

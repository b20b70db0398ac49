package app.orchard.routing.search;

/** What was changed since the last decision, so that it can be taken back. */
final class Draft {

    private final Tours tours;
    private final int[][] sequences;
    private final int[] lengths;
    private final int[] restsAfter;
    private final boolean[] isTouched;
    private final int[] touched;
    private int count;

    Draft(Tours tours) {
        this.tours = tours;
        int vans = tours.sequence.length;
        sequences = new int[vans][tours.sequence.length == 0 ? 0 : tours.sequence[0].length];
        lengths = new int[vans];
        restsAfter = new int[vans];
        isTouched = new boolean[vans];
        touched = new int[vans];
    }

    /** To be called before a van's sequence is changed. */
    void touch(int van) {
        if (isTouched[van]) {
            return;
        }
        isTouched[van] = true;
        touched[count++] = van;
        copy(tours.sequence[van], sequences[van], tours.length[van]);
        lengths[van] = tours.length[van];
        restsAfter[van] = tours.restsAfter[van];
    }

    boolean isTouched(int van) {
        return isTouched[van];
    }

    int count() {
        return count;
    }

    int touched(int n) {
        return touched[n];
    }

    void keep() {
        for (int n = 0; n < count; n++) {
            isTouched[touched[n]] = false;
        }
        count = 0;
    }

    void takeBack() {
        for (int n = 0; n < count; n++) {
            forget(touched[n]);
        }
        for (int n = 0; n < count; n++) {
            int van = touched[n];
            copy(sequences[van], tours.sequence[van], lengths[van]);
            tours.length[van] = lengths[van];
            tours.restsAfter[van] = restsAfter[van];
            for (int step = 1; step < lengths[van]; step++) {
                tours.vanOf[sequences[van][step]] = van;
            }
            tours.refresh(van);
        }
        keep();
    }

    private void forget(int van) {
        for (int step = 1; step < tours.length[van]; step++) {
            tours.vanOf[tours.sequence[van][step]] = -1;
        }
    }

    private static void copy(int[] from, int[] to, int length) {
        System.arraycopy(from, 0, to, 0, length);
    }
}

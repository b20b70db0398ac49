package app.orchard.routing.search;

/** Chance that is the same for the same seed on every machine: xorshift*. */
final class Dice {

    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L + 0x9e3779b97f4a7c15L;
        state = mixed == 0 ? 1 : mixed;
        for (int n = 0; n < 8; n++) {
            next();
        }
    }

    private long next() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        return state * 0x2545f4914f6cdd1dL;
    }

    /** From 0 inclusive to 1 exclusive. */
    double share() {
        return (next() >>> 11) * TO_UNIT;
    }

    /** From 0 inclusive to the bound exclusive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    boolean isUnder(double chance) {
        return share() < chance;
    }
}

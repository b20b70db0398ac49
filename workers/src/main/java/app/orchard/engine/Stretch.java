package app.orchard.engine;

/** Events of one partition, without those at {@code after}, with those at {@code upTo}. */
record Stretch(int partition, long after, long upTo) {}

package app.orchard.demo;

/** Hears what an order is about to do; may let it wait, and may let something die meanwhile. */
@FunctionalInterface
interface Moments {

    void before(Step step);
}

package app.orchard.routing;

/**
 * What driving costs, in paise.
 *
 * @param perHour of the tour, waiting included
 * @param perTour for a vehicle that leaves at all
 */
public record Costs(long perKilometre, long perHour, long perTour) {

    /** A scooter in an Indian town: fuel and wear, a driver, nothing else. */
    public static final Costs USUAL = new Costs(600, 12_000, 5_000);

    public Costs {
        if (perKilometre < 0 || perHour < 0 || perTour < 0) {
            throw new IllegalArgumentException("Costs are not below zero");
        }
    }
}

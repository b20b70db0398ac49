package app.orchard.slots;

/**
 * What an order takes of a slot.
 *
 * @param stops of the driver's round
 * @param kitchenMinutes of the kitchen; none for what is only packed
 */
public record Load(int stops, int kitchenMinutes) {

    /** One door, and nothing to bake. */
    public static final Load STOP = new Load(1, 0);

    public Load {
        if (stops < 1 || kitchenMinutes < 0) {
            throw new IllegalArgumentException("An order takes one stop at least, and no negative time");
        }
    }
}

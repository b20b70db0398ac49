package app.orchard.routing.town;

import app.orchard.slots.GeoPoint;

/** A named door in the town. */
public record Landmark(String name, String street, GeoPoint at) {}

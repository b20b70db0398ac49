package app.orchard.console.zones;

import app.orchard.inventory.Location;
import app.orchard.slots.Apartment;
import app.orchard.slots.ZoneDraft;
import java.util.List;

/** What the map shows. */
record Ground(List<ZoneDraft> zones, List<Apartment> complexes, List<Location> places) {}

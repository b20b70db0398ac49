package app.orchard.processes;

@OnInMemoryEngine
class SlotReservationWaysTest extends SlotReservationWays {}

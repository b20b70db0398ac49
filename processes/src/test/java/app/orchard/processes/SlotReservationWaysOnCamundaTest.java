package app.orchard.processes;

@OnCamunda
class SlotReservationWaysOnCamundaTest extends SlotReservationWays {}

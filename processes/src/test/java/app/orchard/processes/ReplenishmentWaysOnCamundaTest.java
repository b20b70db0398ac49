package app.orchard.processes;

@OnCamunda
class ReplenishmentWaysOnCamundaTest extends ReplenishmentWays {}

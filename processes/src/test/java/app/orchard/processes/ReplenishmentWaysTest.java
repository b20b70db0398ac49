package app.orchard.processes;

@OnInMemoryEngine
class ReplenishmentWaysTest extends ReplenishmentWays {}

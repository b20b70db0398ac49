package app.orchard.processes;

@OnInMemoryEngine
class SettlementDifferenceWaysTest extends SettlementDifferenceWays {}

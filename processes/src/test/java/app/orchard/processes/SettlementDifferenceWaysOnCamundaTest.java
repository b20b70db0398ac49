package app.orchard.processes;

@OnCamunda
class SettlementDifferenceWaysOnCamundaTest extends SettlementDifferenceWays {}

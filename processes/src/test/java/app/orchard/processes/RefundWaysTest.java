package app.orchard.processes;

@OnInMemoryEngine
class RefundWaysTest extends RefundWays {}

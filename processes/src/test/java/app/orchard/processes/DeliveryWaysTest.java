package app.orchard.processes;

@OnInMemoryEngine
class DeliveryWaysTest extends DeliveryWays {}

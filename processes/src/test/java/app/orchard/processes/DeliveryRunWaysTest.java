package app.orchard.processes;

@OnInMemoryEngine
class DeliveryRunWaysTest extends DeliveryRunWays {}

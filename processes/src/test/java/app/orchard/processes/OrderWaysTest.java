package app.orchard.processes;

@OnInMemoryEngine
class OrderWaysTest extends OrderWays {}

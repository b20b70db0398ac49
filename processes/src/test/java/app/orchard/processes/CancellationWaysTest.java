package app.orchard.processes;

@OnInMemoryEngine
class CancellationWaysTest extends CancellationWays {}

package app.orchard.processes;

@OnCamunda
class CancellationWaysOnCamundaTest extends CancellationWays {}

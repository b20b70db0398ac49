package app.orchard.processes;

@OnCamunda
class OrderWaysOnCamundaTest extends OrderWays {}

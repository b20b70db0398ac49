package app.orchard.processes;

@OnCamunda
class DeliveryWaysOnCamundaTest extends DeliveryWays {}

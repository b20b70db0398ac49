package app.orchard.processes;

@OnCamunda
class DeliveryRunWaysOnCamundaTest extends DeliveryRunWays {}

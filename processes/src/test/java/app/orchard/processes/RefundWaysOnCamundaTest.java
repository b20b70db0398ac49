package app.orchard.processes;

@OnCamunda
class RefundWaysOnCamundaTest extends RefundWays {}

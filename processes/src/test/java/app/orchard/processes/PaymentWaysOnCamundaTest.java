package app.orchard.processes;

@OnCamunda
class PaymentWaysOnCamundaTest extends PaymentWays {}

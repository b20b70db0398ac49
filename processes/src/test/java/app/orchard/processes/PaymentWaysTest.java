package app.orchard.processes;

@OnInMemoryEngine
class PaymentWaysTest extends PaymentWays {}

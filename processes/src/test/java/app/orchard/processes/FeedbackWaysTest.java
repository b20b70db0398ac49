package app.orchard.processes;

@OnInMemoryEngine
class FeedbackWaysTest extends FeedbackWays {}

package app.orchard.processes;

@OnCamunda
class FeedbackWaysOnCamundaTest extends FeedbackWays {}

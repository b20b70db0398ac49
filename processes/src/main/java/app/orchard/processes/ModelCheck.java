package app.orchard.processes;

/** What is looked at before a changed model may be deployed. */
public enum ModelCheck {
    /** The file is what its name says, and can be read. */
    READABLE(true),
    /** It holds one process, decision or form, called like the file. */
    NAMED_LIKE_ITS_FILE(true),
    /** What the engine itself would complain about. */
    EXECUTABLE(true),
    JOBS_HAVE_WORKERS(true),
    /** What the deployed version hands to a job, the changed one does too. */
    WORKERS_GET_THEIR_VARIABLES(true),
    MESSAGES_ARE_SENT(true),
    ERRORS_ARE_REPORTED(true),
    /** No other process starts by the same message, or each order would run twice. */
    STARTS_ARE_ITS_OWN(true),
    /** Called processes, decisions and forms. */
    PARTS_EXIST(true),
    TASKS_REACH_SOMEBODY(true),
    /** Steps at which orders stand now are in the changed version too. */
    WAITING_STEPS_ARE_KEPT(true),
    WAITS_HAVE_TIMERS(true),
    DECISIONS_DECIDE(true),
    /** Each question has an answer. */
    EVERY_QUESTION_IS_ANSWERED(true),
    REASONS_ARE_TOLD(true),
    /** What the software and other processes rely on is still there. */
    WHAT_IS_READ_IS_KEPT(true),
    /** A question is asked about something that the deployed version is not told. */
    INPUTS_ARE_KNOWN(false),
    /** How it is named and drawn. */
    STYLE(false);

    private final boolean isNeeded;

    ModelCheck(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    /** Whether it stands in the way of a deployment, rather than being advice. */
    public boolean isNeeded() {
        return isNeeded;
    }
}

package app.orchard.processes;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened in the engine since a test began.
 *
 * @param started how many process instances were started
 * @param running how many of them are not over
 * @param work job types, and element ids of user tasks, in the order in which they were handed out
 * @param ends end events that were reached
 * @param variables last values of the instances' own variables, as JSON
 * @param incidents error messages
 */
record History(
        int started,
        int running,
        List<String> work,
        Set<String> ends,
        Map<String, String> variables,
        List<String> incidents) {

    boolean isOver() {
        return started > 0 && running == 0;
    }
}

package app.orchard.processes;

import java.util.List;
import java.util.Map;

/** What evaluates tables, as far as the check of a changed one needs it. */
public interface TableEngine {

    /** What it says against a table; empty when nothing. */
    String complaint(String xml);

    /** For each question why it has no answer; empty when it has exactly one. */
    List<String> withoutAnswer(String xml, List<Map<String, Object>> questions);
}

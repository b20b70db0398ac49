package app.orchard.processes;

import java.util.List;

/**
 * What became of one check of a changed model.
 *
 * @param findings what is wrong, one sentence each; empty when nothing is
 */
public record CheckResult(ModelCheck check, List<String> findings) {

    public CheckResult {
        findings = List.copyOf(findings);
    }

    public boolean isPassed() {
        return findings.isEmpty();
    }

    /** A model with such a result is not deployed. */
    public boolean isInTheWay() {
        return check.isNeeded() && !isPassed();
    }
}

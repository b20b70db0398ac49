package app.orchard.models;

import app.orchard.processes.CheckResult;
import java.util.List;

/**
 * What was found when a file was looked at.
 *
 * @param isNew no version of it is deployed
 */
public record ModelReport(String resource, boolean isNew, List<CheckResult> results) {

    public boolean mayBeDeployed() {
        return results.stream().noneMatch(CheckResult::isInTheWay);
    }
}

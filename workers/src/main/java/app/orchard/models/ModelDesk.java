package app.orchard.models;

import app.orchard.engine.DecisionTables;
import app.orchard.engine.ModelDeployments;
import app.orchard.processes.CheckResult;
import app.orchard.processes.DecisionFile;
import app.orchard.processes.ModelCheck;
import app.orchard.processes.ProcessFile;
import app.orchard.processes.Surroundings;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.FormFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where changed models are looked at and then deployed, by a founder and with a comment. */
@Service
@Transactional
public class ModelDesk {

    /** A model of this size nobody can read. */
    public static final int MOST_LETTERS = 400_000;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}[.](bpmn|dmn|form)");

    private final JdbcClient jdbc;
    private final FormFile forms;
    private final ModelDeployments deployments;

    ModelDesk(JdbcClient jdbc, FormFile forms, ModelDeployments deployments) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.deployments = deployments;
    }

    private record Newest(long key, String content) {}

    /** Forth means that nothing gets lost that the deployed version has; back only needs what the software itself has. */
    private enum Way {
        FORTH,
        BACK
    }

    /** Changes nothing. @throws Refusal INVALID {@code model-file} for what is no file of a model by name or size */
    @Transactional(readOnly = true)
    public ModelReport check(String resource, String content, Staff by) {
        by.require(Role.FOUNDER);
        return report(resource, content, Way.FORTH);
    }

    /**
     * @param basedOn the key of the version that was changed, 0 when it does not matter
     * @throws Refusal CONFLICT {@code model-changed} when another version was deployed since, INVALID
     *     {@code model-unfit} when a check stands in the way, {@code model-same} when nothing was changed, and as
     *     {@link ModelDeployments#deploy}; after {@code engine-unknown} it can simply be tried again
     */
    public void deploy(String resource, String content, long basedOn, String comment, Staff by) {
        by.require(Role.FOUNDER);
        Optional<Newest> newest = newest(resource);
        if (isThereAlready(newest, resource, content, comment, by)) {
            return;
        }
        if (basedOn != 0 && newest.filter(version -> version.key() == basedOn).isEmpty()) {
            throw Refusal.conflict(
                    "model-changed", "Somebody deployed another version meanwhile. Please look at that one first.");
        }
        deploy(resource, content, comment, Way.FORTH, by);
    }

    /**
     * Whether the engine has it. When its answer got lost it was not written down, and has to be given once more: that
     * makes no second version, and the next start does not undo it.
     *
     * @throws Refusal INVALID {@code model-same} when it was written down too
     */
    private boolean isThereAlready(Optional<Newest> newest, String resource, String content, String comment, Staff by) {
        if (newest.filter(version -> version.content().equals(content)).isEmpty()) {
            return false;
        }
        if (deployments.isWrittenDown(resource, content, by)) {
            throw Refusal.invalid("model-same", "This is the version that is deployed already.");
        }
        deployments.deploy(resource, content, comment, by);
        return true;
    }

    /**
     * The content of an older version becomes the newest. Where orders stand now does not matter: they keep theirs.
     *
     * @param key of the older version
     * @throws Refusal NOT_FOUND, and as {@link #deploy}
     */
    public void rollBack(long key, String comment, Staff by) {
        by.require(Role.FOUNDER);
        Deployed older = jdbc.sql("select resource, content from engine_model where key = ?")
                .param(key)
                .query(Deployed.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("model"));
        if (!isThereAlready(newest(older.resource()), older.resource(), older.content(), comment, by)) {
            deploy(older.resource(), older.content(), comment, Way.BACK, by);
        }
    }

    private void deploy(String resource, String content, String comment, Way way, Staff by) {
        ModelReport report = report(resource, content, way);
        if (!report.mayBeDeployed()) {
            String findings = report.results().stream()
                    .filter(CheckResult::isInTheWay)
                    .flatMap(result -> result.findings().stream())
                    .limit(3)
                    .collect(Collectors.joining(" "));
            throw Refusal.invalid("model-unfit", "It cannot be deployed. " + findings);
        }
        deployments.deploy(resource, content, comment, by);
    }

    private ModelReport report(String resource, String content, Way way) {
        ModelKind kind = ModelKind.of(resource)
                .filter(known -> FILE_NAME.matcher(resource).matches())
                .orElseThrow(
                        () -> Refusal.invalid(
                                "model-file",
                                "A model is a file that ends with .bpmn, .dmn or .form, its name made of letters, digits and -."));
        if (content.length() > MOST_LETTERS) {
            throw Refusal.invalid("model-file", "This file is too big to be a model.");
        }
        String newest = newest(resource).map(Newest::content).orElse(null);
        boolean isNew = newest == null;
        // What the newest version added is what rolling back takes away
        String kept = way == Way.FORTH ? newest : kind.shipped(resource);
        // Nothing but what the file itself says is read
        if (kind != ModelKind.FORM
                && content.contains("<!")
                && content.replaceAll("(?s)<!--.*?-->|<!\\[CDATA\\[", "").contains("<!")) {
            return new ModelReport(
                    resource,
                    isNew,
                    List.of(new CheckResult(
                            ModelCheck.READABLE, List.of("A model holds no document type or entity definitions."))));
        }
        String id = kind.idIn(resource);
        List<CheckResult> results = switch (kind) {
            case PROCESS ->
                ProcessFile.check(id, content, kept, surroundings(way == Way.FORTH ? waiting(id) : Set.of()));
            case DECISION_REQUIREMENTS -> DecisionFile.check(id, content, kept, DecisionTables.trying(id));
            case FORM -> forms.check(id, content, kept);
        };
        return new ModelReport(resource, isNew, results);
    }

    private Surroundings surroundings(Set<String> waiting) {
        return new Surroundings(
                Arrays.stream(Role.values()).map(Role::group).collect(Collectors.toSet()),
                processes(),
                ids(ModelKind.DECISION_REQUIREMENTS),
                ids(ModelKind.FORM),
                waiting);
    }

    private record Deployed(String resource, String content) {}

    private Map<String, String> processes() {
        return jdbc.sql("""
                select distinct on (resource) resource, content from engine_model
                where kind = 'PROCESS' order by resource, version desc, key desc""").query(Deployed.class).list().stream()
                .collect(Collectors.toMap(each -> ModelKind.PROCESS.idIn(each.resource()), Deployed::content));
    }

    private Set<String> ids(ModelKind kind) {
        return jdbc
                .sql("select distinct resource from engine_model where kind = ?")
                .param(kind.name())
                .query(String.class)
                .list()
                .stream()
                .map(kind::idIn)
                .collect(Collectors.toSet());
    }

    private Set<String> waiting(String process) {
        return new HashSet<>(jdbc.sql("""
                select distinct p.element
                from engine_model m
                join process_instance i on i.definition_key = m.key and i.state = 'ACTIVE'
                join element_position p on p.instance_key = i.key and p.state = 'ACTIVE'
                where m.kind = 'PROCESS' and m.id = ?""").param(process).query(String.class).list());
    }

    private Optional<Newest> newest(String resource) {
        return jdbc.sql("""
                select key, content from engine_model where resource = ? order by version desc, key desc limit 1""").param(resource).query(Newest.class).optional();
    }
}

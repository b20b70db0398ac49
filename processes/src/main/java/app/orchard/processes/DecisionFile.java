package app.orchard.processes;

import static app.orchard.processes.ModelCheck.EVERY_QUESTION_IS_ANSWERED;
import static app.orchard.processes.ModelCheck.EXECUTABLE;
import static app.orchard.processes.ModelCheck.INPUTS_ARE_KNOWN;
import static app.orchard.processes.ModelCheck.NAMED_LIKE_ITS_FILE;
import static app.orchard.processes.ModelCheck.READABLE;
import static app.orchard.processes.ModelCheck.REASONS_ARE_TOLD;
import static app.orchard.processes.ModelCheck.STYLE;
import static app.orchard.processes.ModelCheck.WHAT_IS_READ_IS_KEPT;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** A DMN file with one decision table: read, changed cell by cell, and checked before it is deployed. */
public final class DecisionFile {

    private static final Pattern SENTENCE = Pattern.compile("\"[\\p{Lu}₹0-9].+[.!?]\"", Pattern.DOTALL);
    private static final Pattern RULE_ID = Pattern.compile("rule_[a-z][a-zA-Z]+");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private static final Map<String, Pattern> CONSTANTS = Map.of(
            "string", Pattern.compile("\"[^\"]*\""),
            "number", Pattern.compile("-?[0-9]+([.][0-9]+)?"),
            "boolean", Pattern.compile("true|false"));
    private static final int MOST_EXAMPLES = 5;

    private final String id;
    private final DmnModelInstance model;

    private DecisionFile(String id, DmnModelInstance model) {
        this.id = id;
        this.model = model;
    }

    /**
     * @param id as the file is named
     * @throws IllegalArgumentException when it is no DMN model with a table
     */
    public static DecisionFile read(String id, String xml) {
        try {
            DmnModelInstance model =
                    Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            if (model.getModelElementsByType(DecisionTable.class).size() != 1) {
                throw new IllegalArgumentException("One file holds one decision table.");
            }
            return new DecisionFile(id, model);
        } catch (ModelException e) {
            throw new IllegalArgumentException("This is no DMN model: " + innermost(e), e);
        }
    }

    /**
     * @param deployed the newest deployed version; null when there is none
     */
    public static List<CheckResult> check(String id, String xml, @Nullable String deployed, TableEngine engine) {
        DecisionFile changed;
        try {
            changed = read(id, xml);
        } catch (IllegalArgumentException e) {
            return List.of(new CheckResult(READABLE, List.of(String.valueOf(e.getMessage()))));
        }
        String complaint = engine.complaint(xml);
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult(READABLE, List.of()));
        results.add(new CheckResult(NAMED_LIKE_ITS_FILE, changed.misnamed()));
        results.add(new CheckResult(EXECUTABLE, complaint.isEmpty() ? List.of() : List.of(complaint)));
        results.add(
                new CheckResult(EVERY_QUESTION_IS_ANSWERED, changed.unanswered(complaint.isEmpty() ? engine : null)));
        results.add(new CheckResult(REASONS_ARE_TOLD, changed.withoutReason()));
        if (deployed != null) {
            DecisionFile before = read(id, deployed);
            results.add(new CheckResult(WHAT_IS_READ_IS_KEPT, changed.dropped(before)));
            results.add(new CheckResult(INPUTS_ARE_KNOWN, changed.newlyAsked(before)));
        }
        results.add(new CheckResult(STYLE, changed.badlyNamed()));
        return results;
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** What people call it. */
    public String name() {
        return decisions().stream().map(Decision::getName).findFirst().orElse(id);
    }

    /** What it decides, in the words of its author; empty when they wrote none. */
    public String description() {
        return decisions().stream()
                .filter(decision -> decision.getDescription() != null)
                .map(decision -> decision.getDescription().getTextContent())
                .findFirst()
                .orElse("");
    }

    /** Whether rows are read from the top and the first that fits is taken. */
    public boolean takesFirst() {
        return table().getHitPolicy() == HitPolicy.FIRST;
    }

    /** Headings of the conditions, then of the answers. */
    public List<Column> columns() {
        Stream<Column> conditions = table().getInputs().stream()
                .map(input -> new Column(label(input), expression(input), type(input), false));
        Stream<Column> answers = table().getOutputs().stream()
                .map(output -> new Column(
                        output.getLabel() == null ? output.getName() : output.getLabel(),
                        output.getName(),
                        String.valueOf(output.getTypeRef()),
                        true));
        return Stream.concat(conditions, answers).toList();
    }

    /**
     * A column of a table.
     *
     * @param expression what is asked, or the name of what is answered
     */
    public record Column(String label, String expression, String type, boolean isAnswer) {}

    /** Cells as they are written, row by row; empty where anything fits. */
    public List<List<String>> rows() {
        return rules().stream()
                .map(rule -> cells(rule).map(DecisionFile::text).toList())
                .toList();
    }

    /** The rows' remarks. */
    public List<String> remarks() {
        return rules().stream()
                .map(rule -> rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent())
                .toList();
    }

    /**
     * The same table with other cells; everything else stays as it is.
     *
     * @param rows as many rows and cells as there are
     * @throws IllegalArgumentException when there are more or fewer
     */
    public String with(List<List<String>> rows) {
        DmnModelInstance copy = model.clone();
        List<Rule> rules = List.copyOf(new DecisionFile(id, copy).rules());
        if (rules.size() != rows.size()) {
            throw new IllegalArgumentException("The table has " + rules.size() + " rows.");
        }
        for (int i = 0; i < rules.size(); i++) {
            List<DmnElement> cells = cells(rules.get(i)).toList();
            if (cells.size() != rows.get(i).size()) {
                throw new IllegalArgumentException("A row has " + cells.size() + " cells.");
            }
            for (int j = 0; j < cells.size(); j++) {
                write(cells.get(j), rows.get(i).get(j));
            }
        }
        return Dmn.convertToString(copy);
    }

    private static void write(DmnElement cell, String written) {
        if (!text(cell).equals(written)) {
            Text text = cell.getModelInstance().newInstance(Text.class);
            text.setTextContent(written);
            switch (cell) {
                case UnaryTests condition -> condition.setText(text);
                case OutputEntry answer -> answer.setText(text);
                default -> throw new IllegalStateException("No cell: " + cell.getId());
            }
        }
    }

    private List<String> misnamed() {
        List<String> ids = decisions().stream().map(Decision::getId).toList();
        return ids.equals(List.of(id))
                ? List.of()
                : List.of("One file holds one decision called like it: “" + id + "”. This one holds “"
                        + String.join("”, “", ids) + "”.");
    }

    /** @param engine null when it cannot evaluate the table anyway */
    private List<String> unanswered(@Nullable TableEngine engine) {
        HitPolicy policy = table().getHitPolicy();
        if (policy != HitPolicy.FIRST && policy != HitPolicy.UNIQUE) {
            return List.of("The hit policy must be FIRST or UNIQUE, not " + policy + ".");
        }
        List<String> found = new ArrayList<>(wrongAnswers());
        if (policy == HitPolicy.UNIQUE) {
            found.addAll(engine == null ? List.of() : notExactlyOne(engine));
        } else if (!catchesAll()) {
            found.add("The last row must fit whatever comes: leave all its conditions empty.");
        }
        return found;
    }

    private boolean catchesAll() {
        return rules().stream()
                .reduce((one, next) -> next)
                .filter(last -> last.getInputEntries().stream()
                        .allMatch(entry -> text(entry).isBlank()))
                .isPresent();
    }

    private List<String> notExactlyOne(TableEngine engine) {
        List<Input> inputs = List.copyOf(table().getInputs());
        DecisionSamples samples = new DecisionSamples(
                columns(), rows(), inputs.stream().map(DecisionFile::listed).toList());
        List<Map<String, Object>> questions = samples.questions();
        List<String> answers = engine.withoutAnswer(askingForSamples(), questions);
        return IntStream.range(0, questions.size())
                .filter(each -> !answers.get(each).isEmpty())
                .limit(MOST_EXAMPLES)
                .mapToObj(each -> samples.inWords(questions.get(each)) + ": " + answers.get(each))
                .toList();
    }

    private String askingForSamples() {
        DmnModelInstance copy = model.clone();
        List<Input> inputs = List.copyOf(new DecisionFile(id, copy).table().getInputs());
        for (int each = 0; each < inputs.size(); each++) {
            if (inputs.get(each).getInputExpression() != null) {
                Text text = copy.newInstance(Text.class);
                text.setTextContent(DecisionSamples.name(each));
                inputs.get(each).getInputExpression().setText(text);
            }
        }
        return Dmn.convertToString(copy);
    }

    private static String listed(Input input) {
        return input.getInputValues() == null || input.getInputValues().getText() == null
                ? ""
                : input.getInputValues().getText().getTextContent();
    }

    /** Answers of another kind than their column; what is computed shows only when it is asked. */
    private List<String> wrongAnswers() {
        List<Output> outputs = List.copyOf(table().getOutputs());
        List<String> found = new ArrayList<>();
        for (int row = 0; row < rules().size(); row++) {
            List<OutputEntry> answers = List.copyOf(rules().get(row).getOutputEntries());
            for (int each = 0; each < answers.size(); each++) {
                String answer = text(answers.get(each)).strip();
                String type = String.valueOf(outputs.get(each).getTypeRef());
                if (CONSTANTS.containsKey(type)
                        && !CONSTANTS.get(type).matcher(answer).matches()
                        && CONSTANTS.values().stream()
                                .anyMatch(other -> other.matcher(answer).matches())) {
                    found.add("Row " + (row + 1) + ": “" + outputs.get(each).getName() + "” must be a " + type
                            + ", not " + answer + ".");
                }
            }
        }
        return found;
    }

    private List<String> withoutReason() {
        List<Output> outputs = List.copyOf(table().getOutputs());
        Output last = outputs.getLast();
        if (!"reason".equals(last.getName()) || !"string".equals(last.getTypeRef())) {
            return List.of("The last answer must be the text “reason”.");
        }
        List<String> found = new ArrayList<>();
        List<Rule> rules = List.copyOf(rules());
        for (int i = 0; i < rules.size(); i++) {
            String reason =
                    text(List.copyOf(rules.get(i).getOutputEntries()).getLast()).strip();
            if (!SENTENCE.matcher(reason).matches()) {
                found.add(
                        "Row " + (i + 1) + ": its reason must be a sentence in quotation marks, since people read it.");
            }
        }
        return found;
    }

    private List<String> dropped(DecisionFile before) {
        Set<String> gone = outputs(before);
        gone.removeAll(outputs(this));
        return gone.stream()
                .map(output -> "The answer “" + output + "” is read by processes or the software, and is missing here.")
                .toList();
    }

    private static Set<String> outputs(DecisionFile file) {
        return file.table().getOutputs().stream()
                .map(output -> output.getName() + ": " + output.getTypeRef())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> newlyAsked(DecisionFile before) {
        Set<String> asked = asked();
        asked.removeAll(before.asked());
        return asked.stream()
                .map(each -> "“" + each + "” was not asked before: make sure that the process knows it.")
                .toList();
    }

    private Set<String> asked() {
        return table().getInputs().stream()
                .flatMap(input -> VARIABLE.matcher(expression(input)).results())
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> badlyNamed() {
        return rules().stream()
                .filter(rule ->
                        rule.getId() == null || !RULE_ID.matcher(rule.getId()).matches())
                .map(rule -> "A row has the id “" + rule.getId() + "”: choose one like rule_firstOrder.")
                .toList();
    }

    private DecisionTable table() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private List<Decision> decisions() {
        return List.copyOf(model.getModelElementsByType(Decision.class));
    }

    private List<Rule> rules() {
        return List.copyOf(table().getRules());
    }

    private static Stream<DmnElement> cells(Rule rule) {
        Stream<InputEntry> conditions = rule.getInputEntries().stream();
        Stream<OutputEntry> answers = rule.getOutputEntries().stream();
        return Stream.concat(conditions, answers);
    }

    private static String text(DmnElement cell) {
        Text text = switch (cell) {
            case UnaryTests condition -> condition.getText();
            case OutputEntry answer -> answer.getText();
            default -> null;
        };
        return text == null ? "" : text.getTextContent();
    }

    private static String label(Input input) {
        return input.getLabel() == null ? expression(input) : input.getLabel();
    }

    private static String expression(Input input) {
        return input.getInputExpression() == null || input.getInputExpression().getText() == null
                ? ""
                : input.getInputExpression().getText().getTextContent();
    }

    private static String type(Input input) {
        return input.getInputExpression() == null
                ? ""
                : String.valueOf(input.getInputExpression().getTypeRef());
    }
}

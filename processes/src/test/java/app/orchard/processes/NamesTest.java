package app.orchard.processes;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Models and constants hold the same names, neither more nor fewer. */
class NamesTest {

    @Test
    @DisplayName("job types")
    void jobTypes() {
        assertThat(inModels(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType))
                .isEqualTo(Names.of(JobTypes.class));
    }

    @Test
    @DisplayName("messages")
    void messages() {
        assertThat(inModels(Message.class, Message::getName)).isEqualTo(Names.of(ProcessMessages.class));
    }

    @Test
    @DisplayName("error codes")
    void errorCodes() {
        assertThat(inModels(Error.class, Error::getErrorCode)).isEqualTo(Names.of(ErrorCodes.class));
    }

    @Test
    @DisplayName("user tasks")
    void userTasks() {
        assertThat(inModels(UserTask.class, UserTask::getId)).isEqualTo(Names.of(Elements.class));
    }

    @Test
    @DisplayName("processes, and the files they lie in; called processes exist")
    void processes() {
        assertThat(inModels(Process.class, Process::getId)).isEqualTo(Names.of(ProcessIds.class));
        assertThat(Models.processes())
                .allSatisfy(file -> assertThat(Models.process(file).<Process>getModelElementsByType(Process.class))
                        .extracting(Process::getId)
                        .containsExactly(Models.idOf(file)));
        assertThat(inModels(ZeebeCalledElement.class, ZeebeCalledElement::getProcessId))
                .isSubsetOf(Names.of(ProcessIds.class));
    }

    @Test
    @DisplayName("decisions, and the files they lie in")
    void decisions() {
        assertThat(Names.of(DecisionIds.class)).isEqualTo(fileNames(Models.decisions()));
        // One that no process calls is evaluated by the application
        assertThat(inModels(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId))
                .isSubsetOf(Names.of(DecisionIds.class));
    }

    @Test
    @DisplayName("forms, and the files they lie in")
    void forms() {
        assertThat(inModels(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId))
                .isEqualTo(Names.of(FormIds.class))
                .isEqualTo(fileNames(Models.forms()));
    }

    private static <T extends ModelElementInstance> Set<String> inModels(Class<T> type, Function<T, String> name) {
        return Models.processes().stream()
                .flatMap(file -> Models.process(file).getModelElementsByType(type).stream())
                .map(name)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> fileNames(List<Path> files) {
        return files.stream().map(Models::idOf).collect(toCollection(TreeSet::new));
    }
}

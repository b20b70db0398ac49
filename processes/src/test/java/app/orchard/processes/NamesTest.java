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
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Models and constants hold the same names, neither more nor fewer. */
class NamesTest {

    @Test
    @DisplayName("job types")
    void jobTypes() {
        assertThat(inModels(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType))
                .isEqualTo(constants(JobTypes.class));
    }

    @Test
    @DisplayName("messages")
    void messages() {
        assertThat(inModels(Message.class, Message::getName)).isEqualTo(constants(ProcessMessages.class));
    }

    @Test
    @DisplayName("error codes")
    void errorCodes() {
        assertThat(inModels(Error.class, Error::getErrorCode)).isEqualTo(constants(ErrorCodes.class));
    }

    @Test
    @DisplayName("user tasks")
    void userTasks() {
        assertThat(inModels(UserTask.class, UserTask::getId)).isEqualTo(constants(Elements.class));
    }

    @Test
    @DisplayName("processes, and the files they lie in; called processes exist")
    void processes() {
        assertThat(inModels(Process.class, Process::getId)).isEqualTo(constants(ProcessIds.class));
        assertThat(Models.processes())
                .allSatisfy(file -> assertThat(Models.process(file).<Process>getModelElementsByType(Process.class))
                        .extracting(Process::getId)
                        .containsExactly(Models.idOf(file)));
        assertThat(inModels(ZeebeCalledElement.class, ZeebeCalledElement::getProcessId))
                .isSubsetOf(constants(ProcessIds.class));
    }

    @Test
    @DisplayName("decisions, and the files they lie in")
    void decisions() {
        assertThat(constants(DecisionIds.class)).isEqualTo(fileNames(Models.decisions()));
        // One that no process calls is evaluated by the application
        assertThat(inModels(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId))
                .isSubsetOf(constants(DecisionIds.class));
    }

    @Test
    @DisplayName("forms, and the files they lie in")
    void forms() {
        assertThat(inModels(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId))
                .isEqualTo(constants(FormIds.class))
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

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .flatMap(NamesTest::value)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> value(Field field) {
        try {
            return Stream.of((String) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.orchard.processes;

import io.camunda.process.test.api.CamundaProcessTest;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/** Gives tests a {@link Walk} on a Camunda 8.8 in a container; they are skipped where no Docker daemon answers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnCamunda.WhereDockerIs.class)
@CamundaProcessTest
@ExtendWith(OnCamunda.Extension.class)
@interface OnCamunda {

    final class WhereDockerIs implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? ConditionEvaluationResult.enabled("a Docker daemon answers")
                    : ConditionEvaluationResult.disabled("needs Docker, and no Docker daemon answers here");
        }
    }

    final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Walk.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new Walk(new ContainerEngine(camunda(context)));
        }

        private static CamundaProcessTestContext camunda(ExtensionContext context) {
            return Objects.requireNonNull(context.getStore(CamundaProcessTestExtension.NAMESPACE)
                    .get(CamundaProcessTestExtension.STORE_KEY_CONTEXT, CamundaProcessTestContext.class));
        }
    }
}

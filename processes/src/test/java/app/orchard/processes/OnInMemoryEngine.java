package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one in-memory engine of the run, or a {@link Walk} on it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnInMemoryEngine.Extension.class)
@interface OnInMemoryEngine {

    final class Extension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

        @Override
        public void beforeEach(ExtensionContext context) {
            engine(context).beginTest();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var left = engine(context).history().running();
            engine(context).cancelWhatIsLeft();
            if (context.getExecutionException().isEmpty()) {
                assertThat(left).as("process instances left running").isZero();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Walk.class || type == InMemoryEngine.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var engine = engine(context);
            return parameter.getParameter().getType() == Walk.class ? new Walk(engine) : engine;
        }

        private static InMemoryEngine engine(ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(InMemoryEngine.class);
        }
    }
}

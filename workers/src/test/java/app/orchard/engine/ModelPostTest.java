package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

/** What a founder is told when the engine does not take a model, or nobody knows whether it did. */
class ModelPostTest {

    @Test
    void saysThatNothingWasChangedOnlyWhenThatIsSure() {
        assertThat(told(Status.INVALID_ARGUMENT, new IOException())).isEqualTo("model-refused");
        assertThat(told(Status.RESOURCE_EXHAUSTED, new IOException())).isEqualTo("engine-away");
        assertThat(told(Status.UNAVAILABLE, new IOException(new ConnectException())))
                .isEqualTo("engine-away");
        assertThat(told(Status.UNAVAILABLE, new IOException("connection reset")))
                .isEqualTo("engine-unknown");
        assertThat(told(Status.DEADLINE_EXCEEDED, new IOException())).isEqualTo("engine-unknown");
    }

    private static String told(Status status, Exception cause) {
        return ModelPost.refusal(new ClientStatusException(status, cause)).type();
    }
}

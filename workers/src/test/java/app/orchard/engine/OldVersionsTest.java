package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.RunningParts;
import app.orchard.shared.OrderId;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class OldVersionsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Autowired
    private OldVersions versions;

    @Autowired
    private EngineHistory history;

    @Test
    void warnsOfWorkThatNobodyDoesAnyMoreAndOfNothingElse(CapturedOutput output) {
        EngineModelsOfTests.deploy();
        OrderId order = OrderId.next();
        try (CamundaClient client = RunningParts.client()) {
            client.newPublishMessageCommand()
                    .messageName("test.forgotten")
                    .correlationKey(order.toString())
                    .timeToLive(Duration.ofMinutes(5))
                    .variables(Map.of("orderId", order.toString()))
                    .send()
                    .join();
        }
        await().atMost(A_WHILE).until(() -> history.ofOrder(order).size() == 1);

        versions.warn();

        assertThat(output)
                .containsPattern("Version \\d+ of the model “test-forgotten” is still under way")
                .contains("asks for test.forgotten, which this software does not do");
        assertThat(versions.warnings()).allMatch(warning -> warning.contains("“test-"));
    }
}

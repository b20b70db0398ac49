package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

    @Test
    void comesBackAfterAKillAndReplacesABrokerLeftBehind() {
        var plan = BrokerPlan.temporary();
        try (var broker = EmbeddedBroker.start(plan)) {
            assertThat(partitions(broker)).isEqualTo(1);
            broker.kill();
            assertThat(broker.isReady()).isFalse();
            broker.start();
            assertThat(partitions(broker)).isEqualTo(1);

            try (var successor = EmbeddedBroker.start(plan)) {
                assertThat(broker.process()).matches(process -> !process.isAlive());
                assertThat(partitions(successor)).isEqualTo(1);
            }
        }
    }

    private static int partitions(EmbeddedBroker broker) {
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpcAddress())
                .preferRestOverGrpc(false)
                .build()) {
            return client.newTopologyRequest().send().join().getPartitionsCount();
        }
    }
}

package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A changed model comes into the engine, and stays there when the software starts again. */
@IntegrationTest
class ModelDeploymentTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String FILE = "test-room.dmn";
    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));

    @Autowired
    private ModelDeployments deployments;

    @Autowired
    private DecisionTables tables;

    @Autowired
    private ModelPost post;

    @Autowired
    private ModelLedger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesWhatAFounderDeploysKeepsItOverARestartAndTakesNewerSoftware(@TempDir Path folder) throws IOException {
        Path shipped = folder.resolve(FILE);
        Files.writeString(shipped, table("As it came."));
        start(folder);
        awaitAnswer("As it came.");

        deployments.deploy(FILE, table("As the founder wants."), "A better reason", FOUNDER);
        awaitAnswer("As the founder wants.");
        int versions = versions();

        start(folder);
        awaitAnswer("As the founder wants.");
        assertThat(versions()).isEqualTo(versions);

        Files.writeString(shipped, table("As the next software has it."));
        start(folder);
        awaitAnswer("As the next software has it.");
        assertThat(jdbc.sql("""
                select after ->> 'comment' from audit_entry
                where subject = 'model_deployment' and login = 'asha'""").query(String.class).list()).contains("A better reason");
    }

    @Test
    void tellsInTheEnginesWordsWhatItDoesNotTake() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deployments.deploy(
                        FILE,
                        table("Fine.").replace("<text>failureReason</text>", "<text>= = =</text>"),
                        "why",
                        FOUNDER))
                .matches(refusal -> refusal.type().equals("model-refused"))
                .withMessageContaining("The engine does not take it");
        assertThat(jdbc.sql("select count(*) from model_deployment where comment = 'why'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void start(Path folder) {
        Deployment deployment = new Deployment(post, ledger, transaction, List.of("file:" + folder + "/*.dmn"));
        deployment.start();
        try {
            await().atMost(A_WHILE).until(deployment::done);
        } finally {
            deployment.stop();
        }
    }

    private void awaitAnswer(String reason) {
        await().atMost(A_WHILE)
                .ignoreExceptions()
                .until(
                        () -> tables.decide(
                                "test-room",
                                Map.of("failureReason", "notHome", "zone", "north"),
                                answer -> answer.text("reason")),
                        reason::equals);
    }

    private int versions() {
        return jdbc.sql("select max(version) from engine_model where resource = ?")
                .param(FILE)
                .query(Integer.class)
                .single();
    }

    private static String table(String reason) {
        try {
            String xml = new ClassPathResource("dmn/failure-evidence.dmn")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("\"failure-evidence\"", "\"test-room\"")
                    .replace("definitions_failureEvidence", "definitions_testRoom");
            String own = xml.replaceFirst(
                    "(?s)(<outputEntry id=\"then_notHome_reason\">\\s*<text>)[^<]*", "$1\"" + reason + "\"");
            assertThat(own).contains(reason);
            return own;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

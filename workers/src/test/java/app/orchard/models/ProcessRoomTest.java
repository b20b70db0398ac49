package app.orchard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DatabaseTest;
import app.orchard.processes.CheckResult;
import app.orchard.processes.ModelCheck;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ProcessRoomTest {

    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));
    private static final Staff PACKER =
            new Staff(UUID.randomUUID(), "packer", "Pradeep", "+919845000002", Set.of(Role.PACKER));
    private static final AtomicLong KEYS = new AtomicLong(8_000_000);
    private static final String ORDER = file("bpmn/order.bpmn");
    private static final String TABLE = file("dmn/cash-limit.dmn");

    @Autowired
    private ProcessRoom room;

    @Autowired
    private ModelDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private long key;

    @BeforeEach
    void deployed() {
        takeAway();
        key = model("PROCESS", "order", "order.bpmn", 3, ORDER);
        for (String process : List.of("payment", "delivery", "refund")) {
            model("PROCESS", process, process + ".bpmn", 1, "");
        }
        model("FORM", "pack-order", "pack-order.form", 1, file("forms/pack-order.form"));
        model("DECISION_REQUIREMENTS", "definitions_cashLimit", "cash-limit.dmn", 1, TABLE);
    }

    @AfterEach
    void takeAway() {
        for (String table : List.of("engine_model", "process_instance", "element_position", "incident")) {
            jdbc.sql("delete from " + table + " where key >= 8000000").update();
        }
        jdbc.sql("delete from model_deployment").update();
    }

    @Test
    void saysHowManyAreAtEachStepHowLongStepsTakeAndWhoStandsThere() {
        long waiting = instance("ACTIVE");
        at(waiting, "userTask_packOrder", "ACTIVE", 60);
        jdbc.sql("""
                insert into incident (key, instance_key, process, definition_key, element, type, sentence, created_at)
                values (?, ?, 'order', ?, 'userTask_packOrder', 'JOB_NO_RETRIES', 'A stone.', now())""").params(KEYS.incrementAndGet(), waiting, key).update();
        for (int seconds : new int[] {10, 20, 30}) {
            at(instance("COMPLETED"), "serviceTask_confirmOrder", "COMPLETED", seconds);
        }

        ModelActivity activity = room.activity(key, FOUNDER);

        assertThat(activity.version().running()).isEqualTo(1);
        assertThat(activity.steps()).first().satisfies(step -> {
            assertThat(step.name()).isEqualTo("Pack order");
            assertThat(step.here()).isEqualTo(1);
            assertThat(step.stuck()).isEqualTo(1);
            assertThat(step.usualSeconds()).isNull();
        });
        assertThat(activity.steps())
                .filteredOn(step -> step.element().equals("serviceTask_confirmOrder"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.passed()).isEqualTo(3);
                    assertThat(step.usualSeconds()).isEqualTo(20.0);
                    assertThat(step.longSeconds()).isEqualTo(28.0);
                });
        assertThat(room.standingAt(key, "userTask_packOrder", FOUNDER))
                .extracting(Standing::instanceKey)
                .containsExactly(waiting);
        assertThat(room.models(FOUNDER))
                .filteredOn(model -> model.resource().equals("order.bpmn"))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.version()).isEqualTo(3);
                    assertThat(model.running()).isEqualTo(1);
                    assertThat(model.incidents()).isEqualTo(1);
                });
    }

    @Test
    void findsNothingWrongWithWhatIsDeployed() {
        assertThat(desk.check("order.bpmn", ORDER, FOUNDER).results()).allMatch(CheckResult::isPassed);
        assertThat(desk.check("cash-limit.dmn", TABLE, FOUNDER).results()).allMatch(CheckResult::isPassed);
        assertThat(desk.check("pack-order.form", file("forms/pack-order.form"), FOUNDER)
                        .results())
                .allMatch(CheckResult::isPassed);
    }

    @Test
    void looksForTheStepsAtWhichOrdersStand() {
        at(instance("ACTIVE"), "serviceTask_confirmOrder", "ACTIVE", 60);
        at(instance("ACTIVE"), "userTask_callCustomer", "ACTIVE", 60);
        assertThat(wrong("order.bpmn", ORDER))
                .as("a step that only a withdrawn version has")
                .isEmpty();
        assertThat(wrong("order.bpmn", ORDER.replace("\"serviceTask_confirmOrder\"", "\"serviceTask_acceptOrder\"")))
                .containsExactly(ModelCheck.WAITING_STEPS_ARE_KEPT);
    }

    @Test
    void countsAStepThatIsDoneSeveralTimesOnceForEach() {
        long waiting = instance("ACTIVE");
        position(waiting, "userTask_packOrder", "MULTI_INSTANCE_BODY", "ACTIVE", 0);
        position(waiting, "userTask_packOrder", "USER_TASK", "ACTIVE", 0);
        position(waiting, "userTask_packOrder", "USER_TASK", "ACTIVE", 0);
        position(waiting, "userTask_packOrder", "USER_TASK", "COMPLETED", 10);
        position(waiting, "userTask_packOrder", "MULTI_INSTANCE_BODY", "COMPLETED", 90);

        assertThat(room.activity(key, FOUNDER).steps()).singleElement().satisfies(step -> {
            assertThat(step.here()).isEqualTo(2);
            assertThat(step.passed()).isEqualTo(1);
            assertThat(step.longSeconds()).isEqualTo(10.0);
        });
        assertThat(room.standingAt(key, "userTask_packOrder", FOUNDER))
                .extracting(Standing::instanceKey)
                .containsExactly(waiting);
    }

    @Test
    void goesBackBehindWhatTheNewestVersionAdded() {
        String form = file("forms/pack-order.form").replace("Boxes", "Boxes in all");
        long older = model("FORM", "pack-order", "pack-order.form", 2, form);
        model("FORM", "pack-order", "pack-order.form", 3, form.replaceFirst("\"components\": \\[", """
                "components": [ {"type": "checkbox", "key": "cold", "label": "Kept cold"},"""));
        assertThat(rolledBack(older))
                .as("as far as it gets here, without an engine")
                .isEqualTo("engine-away");

        long bare = model("FORM", "pack-order", "pack-order.form", 1, """
                {"id": "pack-order", "components": []}""");
        assertThat(rolledBack(bare)).as("what the software itself reads").isEqualTo("model-unfit");
    }

    @Test
    void givesTheEngineOnceMoreWhatItHasButNobodyWroteDown() {
        String changed = ORDER.replace("name=\"Pack order\"", "name=\"Pack the order\"");
        key = model("PROCESS", "order", "order.bpmn", 4, changed);
        writtenDown("order.bpmn", ORDER);
        assertThat(refused(changed, 7, "why")).isEqualTo("engine-away");
        writtenDown("order.bpmn", changed);
        assertThat(refused(changed, key, "why")).isEqualTo("model-same");
    }

    @Test
    void looksWhetherAFormGoesOnGivingWhatIsRead() {
        String form = file("forms/approve-refund.form");
        model("FORM", "approve-refund", "approve-refund.form", 1, form);
        assertThat(wrong("approve-refund.form", form)).isEmpty();
        assertThat(wrong("approve-refund.form", form.replace("\"type\": \"radio\"", "\"type\": \"select\"")))
                .isEmpty();
        assertThat(wrong("approve-refund.form", form.replace("\"type\": \"number\"", "\"type\": \"textfield\"")))
                .containsExactly(ModelCheck.WHAT_IS_READ_IS_KEPT);
        assertThat(wrong("approve-refund.form", form.replace("\"value\": \"decline\"", "\"value\": \"refuse\"")))
                .containsExactly(ModelCheck.WHAT_IS_READ_IS_KEPT);

        String run = file("forms/approve-run.form");
        model("FORM", "approve-run", "approve-run.form", 1, run);
        assertThat(wrong("approve-run.form", run.replace("\"drivers\"", "\"riders\"")))
                .contains(ModelCheck.EXECUTABLE);
    }

    @Test
    void asksTheEngineOfTablesWhetherItCanReadThem() {
        assertThat(wrong("cash-limit.dmn", TABLE.replace("&lt;= 200000", "&lt;= = 2")))
                .containsExactly(ModelCheck.EXECUTABLE);
    }

    @Test
    void looksAtForms() {
        assertThat(wrong("pack-order.form", "{}")).containsExactly(ModelCheck.READABLE);
        assertThat(wrong("pack-order.form", "packed?")).containsExactly(ModelCheck.READABLE);
        assertThat(wrong("pack-order.form", """
                {"id": "pack", "components": [{"type": "filepicker", "key": "photo", "label": "Photo"}]}"""))
                .containsExactly(
                        ModelCheck.NAMED_LIKE_ITS_FILE, ModelCheck.EXECUTABLE, ModelCheck.WHAT_IS_READ_IS_KEPT);
    }

    @Test
    void readsNothingFromElsewhereAndNothingTooBig() {
        String entity = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>" + ORDER;
        assertThat(wrong("order.bpmn", entity)).containsExactly(ModelCheck.READABLE);
        for (String name : List.of("order.txt", "../order.bpmn", "order", ".bpmn", "a".repeat(90) + ".bpmn")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk.check(name, ORDER, FOUNDER))
                    .matches(refusal -> refusal.type().equals("model-file"));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.check("order.bpmn", " ".repeat(ModelDesk.MOST_LETTERS + 1), FOUNDER))
                .matches(refusal -> refusal.type().equals("model-file"));
    }

    @Test
    void deploysOnlyWhatPassesSaysWhyAndBeginsWithTheNewestVersion() {
        String changed = ORDER.replace("name=\"Pack order\"", "name=\"Pack the order\"");
        assertThat(refused(changed, key, " ")).isEqualTo("comment-missing");
        assertThat(refused(changed.replace("order.confirmOrder", "order.confirm"), key, "why"))
                .isEqualTo("model-unfit");
        assertThat(refused(changed, key - 1, "why")).isEqualTo("model-changed");
        assertThat(refused(ORDER, key, "why")).isEqualTo("model-same");
        assertThat(refused(changed, key, "why")).isEqualTo("engine-away");
        assertThat(jdbc.sql("select count(*) from model_deployment where deployed_by is not null")
                        .query(Integer.class)
                        .single())
                .as("what the engine did not take was not deployed")
                .isZero();
    }

    @Test
    void isForFoundersOnly() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.deploy("order.bpmn", ORDER, 0, "why", PACKER))
                .matches(refusal -> refusal.kind() == Refusal.Kind.FORBIDDEN);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.rollBack(key, "why", PACKER))
                .matches(refusal -> refusal.kind() == Refusal.Kind.FORBIDDEN);
    }

    private String rolledBack(long older) {
        try {
            desk.rollBack(older, "why", FOUNDER);
            return "";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    private void writtenDown(String resource, String content) {
        jdbc.sql("""
                with given as (select encode(sha256(convert_to(:content, 'UTF8')), 'hex') as digest),
                kept as (insert into model_content select digest, :content from given on conflict do nothing)
                insert into model_deployment (resource, digest, deployed_at) select :resource, digest, now() from given""").param("content", content).param("resource", resource).update();
    }

    private String refused(String content, long basedOn, String comment) {
        try {
            desk.deploy("order.bpmn", content, basedOn, comment, FOUNDER);
            return "";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    private List<ModelCheck> wrong(String resource, String content) {
        return desk.check(resource, content, FOUNDER).results().stream()
                .filter(CheckResult::isInTheWay)
                .map(CheckResult::check)
                .toList();
    }

    private long model(String kind, String id, String resource, int version, String content) {
        long model = KEYS.incrementAndGet();
        jdbc.sql("""
                insert into engine_model (key, kind, id, version, resource, content, deployed_at)
                values (?, ?, ?, ?, ?, ?, now())""").params(model, kind, id, version, resource, content).update();
        return model;
    }

    private long instance(String state) {
        long instance = KEYS.incrementAndGet();
        jdbc.sql("""
                insert into process_instance (key, process, definition_key, version, state, started_at)
                values (?, 'order', ?, 3, ?, now())""").params(instance, key, state).update();
        return instance;
    }

    private void at(long instance, String element, String state, int seconds) {
        position(instance, element, "SERVICE_TASK", state, seconds);
    }

    private void position(long instance, String element, String type, String state, int seconds) {
        jdbc.sql("""
                insert into element_position (key, instance_key, element, type, state, entered_at, left_at)
                values (?, ?, ?, ?, ?, timestamptz '2026-11-01 10:00Z',
                  timestamptz '2026-11-01 10:00Z' + ? * interval '1 second')""")
                .params(KEYS.incrementAndGet(), instance, element, type, state, seconds)
                .update();
    }

    private static String file(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

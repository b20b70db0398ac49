package app.orchard.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.shared.Refusal;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import app.orchard.task.TaskForm.Option;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class FormParserTest {

    private static final Option RAVI = new Option("ravi", "Ravi");

    private final FormParser parser = new FormParser(new JsonMapper(), List.of(new Drivers()));

    @Test
    void readsTheFieldsAsTheirAuthorDrewThem() throws IOException {
        TaskForm form = form("pack-order");

        assertThat(form.id()).isEqualTo("pack-order");
        assertThat(form.fields()).extracting(Field::kind).containsExactly(Kind.TEXT, Kind.NUMBER, Kind.CHECKBOX);
        Field boxes = form.fields().get(1);
        assertThat(boxes.initial()).isEqualTo(BigDecimal.ONE);
        assertThat(boxes.min()).isEqualByComparingTo("1");
        assertThat(boxes.required()).isTrue();
    }

    @Test
    void fillsInTheChoicesThatComeFromTheBusiness() throws IOException {
        assertThat(form("approve-run").fields().getLast().options()).containsExactly(RAVI);
        assertThat(FormCheck.check(form("approve-run"), Map.of("decision", "approve", "driver", "ravi")))
                .isEqualTo(Map.of("decision", "approve", "driver", "ravi"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> FormCheck.check(form("approve-run"), Map.of("decision", "approve", "driver", "nobody")));
    }

    @Test
    void asksOnlyForWhatIsShown() throws IOException {
        TaskForm form = form("deliver-order");

        assertThat(FormCheck.check(
                        form, Map.of("outcome", "delivered", "failureReason", "notHome", "cashCollected", "12.50")))
                .isEqualTo(Map.of("outcome", "delivered", "cashCollected", new BigDecimal("12.50")));
        assertThat(FormCheck.check(form, Map.of("outcome", "failed", "failureReason", "notHome")))
                .isEqualTo(Map.of("outcome", "failed", "failureReason", "notHome"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FormCheck.check(form, Map.of("outcome", "failed")))
                .withMessage("“What went wrong” is missing.");
    }

    @Test
    void takesNothingThatTheFormDoesNotAskFor() throws IOException {
        assertThat(FormCheck.check(form("pack-order"), Map.of("boxes", 2, "complete", true, "amountDue", 0)))
                .isEqualTo(Map.of("boxes", BigDecimal.TWO, "complete", true));
    }

    @Test
    void refusesNumbersThatAreNone() throws IOException {
        TaskForm form = form("pack-order");
        for (Object boxes : List.of("many", "1.5", 0, 51)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> FormCheck.check(form, Map.of("boxes", boxes, "complete", true)))
                    .satisfies(refusal -> assertThat(refusal.details().toString())
                            .contains("boxes")
                            .doesNotContain("complete"));
        }
    }

    private TaskForm form(String id) throws IOException {
        return parser.parse(new ClassPathResource("forms/" + id + ".form")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static final class Drivers implements TaskOptions {

        @Override
        public String key() {
            return "drivers";
        }

        @Override
        public List<Option> options() {
            return List.of(RAVI);
        }
    }
}

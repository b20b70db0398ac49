package app.orchard.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.processes.DecisionFile;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DecisionCellsTest {

    @Test
    void whatIsWrittenAfterTheLookAtItIsStillAChange() throws IOException {
        String xml = new ClassPathResource("dmn/failure-evidence.dmn").getContentAsString(StandardCharsets.UTF_8);
        AtomicInteger changes = new AtomicInteger();
        DecisionFile file = DecisionFile.read("failure-evidence", xml);
        DecisionCells cells = new DecisionCells(file, true, changes::incrementAndGet);
        List<TextField> fields = fields(cells).toList();

        fields.getFirst().setValue("\"damaged\"");
        List<List<String>> lookedAt = cells.rows();
        fields.get(1).setValue("\"north\"");
        assertThat(changes).hasValue(2);
        cells.settle(lookedAt);

        assertThat(cells.isChanged()).isTrue();
        assertThat(fields.getFirst().hasClassName("changed")).isFalse();
        assertThat(fields.get(1).hasClassName("changed")).isTrue();
        fields.get(1).clear();
        assertThat(cells.isChanged()).isFalse();
    }

    private static Stream<TextField> fields(Component component) {
        return component instanceof TextField field
                ? Stream.of(field)
                : component.getChildren().flatMap(DecisionCellsTest::fields);
    }
}

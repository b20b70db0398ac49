package app.orchard.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.shared.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MessageTemplateTest {

    @ParameterizedTest
    @EnumSource
    void listsItsPlaceholdersInTheOrderOfItsText(MessageTemplate template) {
        List<String> inText = Pattern.compile("\\{\\{(\\w+)}}")
                .matcher(template.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(template.parameters()).isEqualTo(inText);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LOGIN_CODE")
    void wouldBeApproved(MessageTemplate template) {
        int longest = template.category() == MessageCategory.MARKETING ? 550 : 1024;
        assertThat(template.body())
                .hasSizeLessThan(longest)
                .doesNotStartWith("{{")
                .doesNotEndWith("}}")
                .doesNotContain("  ", "\n");
    }

    @ParameterizedTest
    @EnumSource
    void isSubmittedAsTheDocumentSays(MessageTemplate template) throws IOException {
        String document = Files.readString(Path.of("..", "docs", "messages.md"));
        assertThat(document)
                .contains("| `%s` | %s | %s |"
                        .formatted(
                                template.wireName(),
                                template.category().name().toLowerCase(Locale.ROOT),
                                template.body()));
    }

    @Test
    void fillsItsText() {
        assertThat(MessageTemplate.REFUNDED.text(Map.of("name", "Asha", "amount", "₹10.00", "order_number", "A-$1")))
                .startsWith("Hello Asha, we sent ₹10.00 of your order A-$1 back");
    }

    @Test
    void mustNotLackAValue() {
        assertThatThrownBy(() -> new MessageRequest(
                        CustomerId.next(), MessageTemplate.REFUNDED, Map.of("order_number", "A-1"), null, "x"))
                .hasMessageContaining("{{amount}}");
    }
}

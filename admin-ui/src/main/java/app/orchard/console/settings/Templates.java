package app.orchard.console.settings;

import app.orchard.console.OnceButton;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.messaging.MessageCategory;
import app.orchard.messaging.MessageTemplate;
import app.orchard.messaging.Messages;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;

/** The texts that WhatsApp approved, each as a customer would read it. */
class Templates extends Section {

    private final Messages messages;
    private final Staff founder;

    /** @param business what it is called */
    Templates(String business, Messages messages, Staff founder) {
        this.messages = messages;
        this.founder = founder;
        addClassNames("block", "templates");
        add(new H2(Text.of("settings.messages")), new Paragraph(Text.of("settings.messages.hint")));
        for (MessageTemplate template : MessageTemplate.values()) {
            add(item(template, business));
        }
    }

    private Details item(MessageTemplate template, String business) {
        Span name = new Span(template.wireName());
        name.addClassName("row-title");
        Div head = new Div(
                name,
                new Tag(Text.of("settings.category", template.category()), Tag.Tone.CALM),
                new Tag(Text.of("settings.language"), Tag.Tone.CALM));
        head.addClassName("inline");
        Paragraph text = new Paragraph(template.text(examples(template, business)));
        text.addClassName("bubble");
        Paragraph parameters = new Paragraph(Text.of("settings.parameters", String.join(", ", template.parameters())));
        parameters.addClassName("when");
        Details item = new Details(head, text, parameters);
        if (template.category() != MessageCategory.AUTHENTICATION) {
            Button trial = new OnceButton(Text.of("settings.try"), () -> tryOut(template, business));
            trial.setAriaLabel(Text.of("settings.try.label", template.wireName()));
            item.add(trial);
        }
        return item;
    }

    private void tryOut(MessageTemplate template, String business) {
        messages.tryOut(template, examples(template, business), founder);
        Toast.done(Text.of("settings.tried", founder.phone()));
    }

    private static Map<String, String> examples(MessageTemplate template, String business) {
        Map<String, String> values = new HashMap<>();
        template.parameters().forEach(parameter -> values.put(parameter, Text.of("settings.example." + parameter)));
        values.computeIfPresent("business", (parameter, example) -> business);
        return values;
    }
}

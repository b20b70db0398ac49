package app.orchard.console.models;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.processes.CheckResult;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was looked at, and what was found. What is wrong comes first. */
class CheckList extends UnorderedList {

    CheckList() {
        addClassName("checks");
    }

    void show(List<CheckResult> results) {
        removeAll();
        results.stream().filter(CheckResult::isInTheWay).forEach(this::add);
        results.stream()
                .filter(result -> !result.isPassed() && !result.isInTheWay())
                .forEach(this::add);
        results.stream().filter(CheckResult::isPassed).forEach(this::add);
    }

    private void add(CheckResult result) {
        Div head = new Div(tag(result), new Span(Text.of("check", result.check())));
        head.addClassName("inline");
        ListItem item = new ListItem(head);
        item.getElement().setAttribute("data-check", result.check().name());
        if (!result.isPassed()) {
            UnorderedList findings = new UnorderedList();
            findings.addClassName("findings");
            result.findings().forEach(finding -> findings.add(new ListItem(finding)));
            item.add(findings);
        }
        add(item);
    }

    private static Tag tag(CheckResult result) {
        if (result.isPassed()) {
            return new Tag(Text.of("check.passed"), Tag.Tone.GOOD);
        }
        return result.isInTheWay()
                ? new Tag(Text.of("check.wrong"), Tag.Tone.BAD)
                : new Tag(Text.of("check.advice"), Tag.Tone.WARNING);
    }
}

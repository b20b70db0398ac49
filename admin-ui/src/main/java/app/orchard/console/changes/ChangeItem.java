package app.orchard.console.changes;

import app.orchard.audit.AuditEntry;
import app.orchard.console.Text;
import app.orchard.console.Times;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row that somebody changed, with each of its values before and after. */
class ChangeItem extends ListItem {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 200;
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[+-]\\d\\d:\\d\\d");

    private final Times times;

    ChangeItem(AuditEntry entry, Times times) {
        this.times = times;
        addClassName("block");
        Span who = new Span(entry.login());
        who.addClassName("number");
        Span when = new Span(times.at(entry.at()));
        when.addClassName("when");
        Div head = new Div(who, when);
        head.addClassName("inline");
        Span action = new Span(sentence(entry.action()));
        Span row = new Span(sentence(entry.subject()) + " " + entry.rowKey());
        row.addClassName("when");
        add(head, action, row, values(entry));
    }

    private DescriptionList values(AuditEntry entry) {
        Map<String, Object> was = read(entry.before());
        Map<String, Object> is = read(entry.after());
        DescriptionList list = new DescriptionList();
        list.addClassName("change-values");
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        boolean isNew = entry.before().isEmpty();
        for (String name : names) {
            if (isNew && is.get(name) == null) {
                continue;
            }
            list.add(new DescriptionList.Term(sentence(name)));
            list.add(new DescriptionList.Description(
                    isNew ? text(is, name) : Text.of("changes.from", text(was, name), text(is, name))));
        }
        return list;
    }

    private static Map<String, Object> read(String json) {
        return json.isEmpty() ? Map.of() : JSON.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
    }

    private String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        String text = value == null ? Text.of("changes.nothing") : value.toString();
        if (MOMENT.matcher(text).matches()) {
            return times.at(OffsetDateTime.parse(text).toInstant());
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** {@code Cancellations.byStaff} and {@code sales_order} as words. */
    private static String sentence(String name) {
        String words = name.replace(".", ": ")
                .replace('_', ' ')
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

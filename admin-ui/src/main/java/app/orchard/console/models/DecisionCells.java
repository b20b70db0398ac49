package app.orchard.console.models;

import app.orchard.console.Text;
import app.orchard.processes.DecisionFile;
import app.orchard.processes.DecisionFile.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/** The cells of a table, to be written in. */
class DecisionCells extends Div {

    private final List<List<TextField>> fields = new ArrayList<>();
    private final Runnable changed;
    private List<List<String>> before;

    DecisionCells(DecisionFile file, boolean isWritable, Runnable changed) {
        this.changed = changed;
        this.before = file.rows();
        addClassName("cells");
        NativeTable table = new NativeTable();
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell("#"));
        List<Column> columns = file.columns();
        columns.forEach(column -> head.add(heading(column)));
        table.getHead().add(head);
        for (int row = 0; row < before.size(); row++) {
            table.getBody().add(row(row, columns, file.remarks().get(row), isWritable));
        }
        add(table);
    }

    List<List<String>> rows() {
        return fields.stream()
                .map(row -> row.stream().map(field -> field.getValue().strip()).toList())
                .toList();
    }

    boolean isChanged() {
        return !rows().equals(before);
    }

    /** These are deployed; what was written since is still a change. */
    void settle(List<List<String>> deployed) {
        before = deployed;
        for (int row = 0; row < fields.size(); row++) {
            for (int each = 0; each < fields.get(row).size(); each++) {
                mark(fields.get(row).get(each), row, each);
            }
        }
    }

    private void mark(TextField field, int row, int each) {
        field.setClassName(
                "changed", !field.getValue().strip().equals(before.get(row).get(each)));
    }

    private static NativeTableHeaderCell heading(Column column) {
        Span label = new Span(column.label());
        Span expression = new Span(column.expression());
        expression.addClassName("expression");
        NativeTableHeaderCell cell = new NativeTableHeaderCell(new Div(label, expression));
        cell.setClassName("answer", column.isAnswer());
        return cell;
    }

    private NativeTableRow row(int row, List<Column> columns, String remark, boolean isWritable) {
        NativeTableCell number = new NativeTableCell(String.valueOf(row + 1));
        number.getElement().setAttribute("title", remark);
        NativeTableRow made = new NativeTableRow(number);
        List<TextField> written = new ArrayList<>();
        for (int each = 0; each < columns.size(); each++) {
            TextField field = field(row, each, isWritable);
            field.setAriaLabel(Text.of("decision.cell", columns.get(each).label(), row + 1));
            field.setPlaceholder(columns.get(each).isAnswer() ? "" : Text.of("decision.any"));
            NativeTableCell cell = new NativeTableCell(field);
            cell.setClassName("answer", columns.get(each).isAnswer());
            cell.setClassName(
                    "reason",
                    columns.get(each).expression().equals("reason")
                            && columns.get(each).isAnswer());
            made.add(cell);
            written.add(field);
        }
        fields.add(written);
        return made;
    }

    private TextField field(int row, int each, boolean isWritable) {
        TextField field = new TextField();
        field.setValue(before.get(row).get(each));
        field.setReadOnly(!isWritable);
        field.setWidthFull();
        field.setMaxLength(1000);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            mark(field, row, each);
            changed.run();
        });
        return field;
    }
}

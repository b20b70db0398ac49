package app.orchard.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the symbols of BPMN; every symbol is given by its centre. */
final class Svg {
    private static final int MARGIN = 12;
    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s" font-family="Arial, sans-serif">
            <style>.element{--ink:#22242a;--paper:#fff} .seen{--ink:#14692f;--paper:#dff3e4} .unseen{--ink:#b3261e;--paper:#fbe0de}
            g{stroke:var(--ink,#22242a);fill:none} g text{stroke:none;fill:var(--ink,#22242a)} .p{fill:var(--paper,#fff)} .i{fill:var(--ink,#22242a)}</style>
            <rect x="%1$s" y="%2$s" width="%3$s" height="%4$s" fill="#fff"/>
            <defs><marker id="head" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="context-stroke"/></marker></defs>
            """;

    private final StringBuilder body = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right;
    private double bottom;

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {}

    void group(String cssClass, String id, Runnable content) {
        body.append("<g class=\"%s\" id=\"%s\">".formatted(cssClass, id));
        content.run();
        body.append("</g>\n");
    }

    void circle(double x, double y, double radius, double stroke, boolean dashed) {
        grow(new Box(x, y, 2 * radius, 2 * radius));
        add(
                "<circle class=\"p\" cx=\"%s\" cy=\"%s\" r=\"%s\" stroke-width=\"%s\"%s/>",
                n(x), n(y), n(radius), n(stroke), dashed ? " stroke-dasharray=\"6 4\"" : "");
    }

    void disc(double x, double y, double radius) {
        add("<circle class=\"i\" cx=\"%s\" cy=\"%s\" r=\"%s\" stroke=\"none\"/>", n(x), n(y), n(radius));
    }

    void roundedBox(Box box, double stroke) {
        rectangle(box, 10, "stroke-width=\"%s\"".formatted(n(stroke)));
    }

    void frame(Box box, boolean dotted) {
        rectangle(box, 10, dotted ? "stroke-width=\"1.5\" stroke-dasharray=\"1.5 4\"" : "stroke-width=\"1.5\"");
    }

    void diamond(Box box) {
        grow(box);
        var half = box.width() / 2;
        add(
                "<path class=\"p\" stroke-width=\"1.5\" d=\"M%s %sl%s %sl-%s %sl-%s -%sz\"/>",
                n(box.x()), n(box.y() - half), n(half), n(half), n(half), n(half), n(half), n(half));
    }

    void cross(double x, double y) {
        path(x, y, 4, "M-7 -8L7 8M7 -8L-7 8");
    }

    void pentagon(double x, double y) {
        path(x, y, 1.3, "M0 -7L6.7 -2.2L4.1 5.7L-4.1 5.7L-6.7 -2.2z");
    }

    void plus(double x, double y) {
        path(x, y, 1.3, "M-7 -7H7V7H-7zM0 -4V4M-4 0H4");
    }

    /** Marks what is done for each of many at once. */
    void bars(double x, double y) {
        path(x, y, 2.5, "M-6 -7V7M0 -7V7M6 -7V7");
    }

    void envelope(double x, double y) {
        path(x, y, 1.1, "M-9 -6H9V6H-9zM-9 -6L0 1L9 -6");
    }

    void clock(double x, double y) {
        path(x, y, 1.1, "M0 -10A10 10 0 1 1 -0.1 -10zM0 -10V-7M10 0H7M0 10V7M-10 0H-7");
        path(x, y, 1.6, "M2 -6L0 0L5 1");
    }

    void bolt(double x, double y) {
        path(x, y, 1.2, "M-9 8L-4 -8L3 3L9 -8L5 8L-3 -2z");
    }

    void gear(double x, double y) {
        path(
                x,
                y,
                2.6,
                "M0 -8V-5M0 8V5M-8 0H-5M8 0H5M-5.7 -5.7L-3.5 -3.5M5.7 5.7L3.5 3.5M-5.7 5.7L-3.5 3.5M5.7 -5.7L3.5 -3.5");
        path(x, y, 1.3, "M0 -5A5 5 0 1 1 -0.1 -5zM0 -2A2 2 0 1 1 -0.1 -2z");
    }

    void person(double x, double y) {
        path(x, y, 1.1, "M0 -8A3.6 3.6 0 1 1 -0.1 -8zM-8 8V5C-8 2 -5 0 -2.6 -0.6H2.6C5 0 8 2 8 5V8z");
    }

    void table(double x, double y) {
        path(x, y, 1.1, "M-9 -6H9V7H-9zM-9 0.5H9M-4 -2.5V7");
        add("<path class=\"i\" transform=\"translate(%s %s)\" d=\"M-9 -6H9V-2.5H-9z\"/>", n(x), n(y));
    }

    void arrow(List<Point> points) {
        points.forEach(point -> grow(new Box(point.x(), point.y(), 0, 0)));
        var line =
                points.stream().map(point -> n(point.x()) + " " + n(point.y())).collect(Collectors.joining("L"));
        add("<path stroke-width=\"1.5\" stroke-linejoin=\"round\" marker-end=\"url(#head)\" d=\"M%s\"/>", line);
    }

    /** Marks the flow that is taken when no condition holds. */
    void slash(Point from, Point to) {
        var x = from.x() + 10 * Math.signum(to.x() - from.x());
        var y = from.y() + 10 * Math.signum(to.y() - from.y());
        path(x, y, 1.5, from.y() == to.y() ? "M-3 5L3 -5" : "M-5 -3L5 3");
    }

    void label(@Nullable String text, Box box) {
        grow(box);
        text(text, box.x(), box.y(), 88, 11);
    }

    void text(@Nullable String text, double x, double y, double width, int size) {
        if (text == null) {
            return;
        }
        var lines = wrap(text, width / (size * 0.51));
        var first = y - (lines.size() - 1) * (size + 2) / 2.0 + size * 0.36;
        for (int i = 0; i < lines.size(); i++) {
            add(
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"middle\">%s</text>",
                    n(x), n(first + i * (size + 2)), size, lines.get(i).replace("&", "&amp;"));
        }
    }

    String document() {
        var width = right - left + 2 * MARGIN;
        var height = bottom - top + 2 * MARGIN;
        return HEAD.formatted(n(left - MARGIN), n(top - MARGIN), n(width), n(height), n(width), n(height))
                + body
                + "</svg>\n";
    }

    private static List<String> wrap(String text, double charactersPerLine) {
        var lines = new ArrayList<String>();
        for (var word : text.split(" ", -1)) {
            if (!lines.isEmpty() && lines.getLast().length() + 1 + word.length() <= charactersPerLine) {
                lines.add(lines.removeLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private void rectangle(Box box, int radius, String stroke) {
        grow(box);
        add(
                "<rect class=\"p\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>",
                n(box.x() - box.width() / 2),
                n(box.y() - box.height() / 2),
                n(box.width()),
                n(box.height()),
                radius,
                stroke);
    }

    private void path(double x, double y, double stroke, String d) {
        add("<path transform=\"translate(%s %s)\" stroke-width=\"%s\" d=\"%s\"/>", n(x), n(y), n(stroke), d);
    }

    private void grow(Box box) {
        left = Math.min(left, box.x() - box.width() / 2);
        top = Math.min(top, box.y() - box.height() / 2);
        right = Math.max(right, box.x() + box.width() / 2);
        bottom = Math.max(bottom, box.y() + box.height() / 2);
    }

    private void add(String pattern, Object... values) {
        body.append(pattern.formatted(values));
    }

    private static String n(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}

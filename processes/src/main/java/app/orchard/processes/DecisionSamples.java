package app.orchard.processes;

import app.orchard.processes.DecisionFile.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions at the limits that the rows of a table draw. Conditions that nobody can sample are left alone. */
final class DecisionSamples {

    private static final int MOST = 2000;
    private static final String NO_OTHER = "anything else";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final Pattern SPAN = Pattern.compile("\\[(-?[0-9]+(?:[.][0-9]+)?)[.][.](-?[0-9]+(?:[.][0-9]+)?)]");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Set<String> PLAIN = Set.of("true", "false", "not");

    private final List<Column> conditions;
    private final List<List<Object>> values;

    /** @param listed what an input may be as far as its author listed it, by column */
    DecisionSamples(List<Column> columns, List<List<String>> rows, List<String> listed) {
        conditions = columns.stream().filter(column -> !column.isAnswer()).toList();
        values = isPlain(rows) && isIndependent()
                ? IntStream.range(0, conditions.size())
                        .mapToObj(each -> values(
                                conditions.get(each).type(),
                                rows.stream().map(row -> row.get(each)).toList(),
                                listed.get(each)))
                        .toList()
                : List.of(List.of());
    }

    /** The name by which the value of a column is asked for. */
    static String name(int column) {
        return "sample_" + column;
    }

    List<Map<String, Object>> questions() {
        long all = 1;
        for (List<Object> each : values) {
            all = Math.min(all * each.size(), Integer.MAX_VALUE);
        }
        // Few of many, and not always the same value of a column
        long step = (all + MOST - 1) / MOST;
        while (all > 1 && !BigInteger.valueOf(step).gcd(BigInteger.valueOf(all)).equals(BigInteger.ONE)) {
            step++;
        }
        List<Map<String, Object>> questions = new ArrayList<>();
        for (long number = 0; number < all && questions.size() < MOST; number += step) {
            questions.add(question(number));
        }
        return questions;
    }

    /** {@code Distance “near”, Goods 99900} */
    String inWords(Map<String, Object> question) {
        return IntStream.range(0, conditions.size())
                .filter(each -> values.get(each).size() > 1)
                .mapToObj(each -> conditions.get(each).label() + " " + word(question.get(name(each))))
                .collect(Collectors.joining(", "));
    }

    private static String word(@Nullable Object value) {
        return value instanceof String text && !text.equals(NO_OTHER) ? "“" + text + "”" : String.valueOf(value);
    }

    private Map<String, Object> question(long number) {
        Map<String, Object> question = new LinkedHashMap<>();
        long left = number;
        for (int each = 0; each < values.size(); each++) {
            List<Object> column = values.get(each);
            question.put(name(each), column.get((int) (left % column.size())));
            left /= column.size();
        }
        return question;
    }

    /** Rows that only compare with what stands in them. */
    private boolean isPlain(List<List<String>> rows) {
        return rows.stream()
                .flatMap(row -> row.stream().limit(conditions.size()))
                .map(cell -> TEXT.matcher(cell).replaceAll(""))
                .flatMap(cell -> WORD.matcher(cell).results())
                .map(MatchResult::group)
                .allMatch(PLAIN::contains);
    }

    /** No two columns ask about the same, or some questions could never come. */
    private boolean isIndependent() {
        Set<String> asked = new HashSet<>();
        return conditions.stream()
                .flatMap(
                        column -> WORD.matcher(TEXT.matcher(column.expression()).replaceAll(""))
                                .results()
                                .map(MatchResult::group)
                                .distinct())
                .filter(word ->
                        !Set.of("if", "then", "else", "null", "and", "or").contains(word))
                .allMatch(asked::add);
    }

    private static List<Object> values(String type, List<String> cells, String listed) {
        return switch (type) {
            case "boolean" -> List.of(true, false);
            case "number", "integer", "long", "double" -> numbers(cells, listed);
            case "string" -> listed.isBlank() ? texts(cells) : texts(listed).toList();
            default -> List.of();
        };
    }

    private static List<Object> numbers(List<String> cells, String listed) {
        Matcher span = SPAN.matcher(listed.strip());
        boolean isListed = span.matches();
        Set<BigDecimal> limits = cells.stream()
                .flatMap(cell -> NUMBER.matcher(cell).results())
                .map(match -> new BigDecimal(match.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean isNeverNegative = limits.stream().allMatch(limit -> limit.signum() >= 0);
        Set<BigDecimal> around = limits.stream()
                .flatMap(limit -> Stream.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE)))
                .filter(number -> !isNeverNegative || number.signum() >= 0)
                .filter(number -> !isListed
                        || (number.compareTo(new BigDecimal(span.group(1))) >= 0
                                && number.compareTo(new BigDecimal(span.group(2))) <= 0))
                .collect(Collectors.toCollection(TreeSet::new));
        return around.isEmpty() ? List.of(BigDecimal.ZERO) : List.copyOf(around);
    }

    private static List<Object> texts(List<String> cells) {
        return Stream.concat(cells.stream().flatMap(DecisionSamples::texts), Stream.of(NO_OTHER))
                .distinct()
                .toList();
    }

    private static Stream<Object> texts(String cell) {
        return TEXT.matcher(cell).results().<Object>map(match -> match.group(1));
    }
}

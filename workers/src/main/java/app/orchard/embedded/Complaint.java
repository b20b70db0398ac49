package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a part's log says about why it ended. */
final class Complaint {
    private static final int LINES = 8;
    private static final String FAILED_TO_START = "APPLICATION FAILED TO START";

    private Complaint() {}

    static String in(Path log) {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            var failure = lines.lastIndexOf(FAILED_TO_START);
            if (failure >= 0 && failure > lines.size() - 40) {
                return explained(lines.subList(failure + 1, lines.size()), log);
            }
            var told = lines.stream().filter(Complaint::tells).toList();
            var tail = told.subList(Math.max(0, told.size() - LINES), told.size());
            return "The end of %s says:%n%s".formatted(log, String.join("\n", tail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tells(String line) {
        return !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... ");
    }

    /** Spring's own analysis of a failed start: the sentences without its headings. */
    private static String explained(List<String> lines, Path log) {
        var sentences = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("***"))
                .filter(line -> !line.equals("Description:") && !line.equals("Action:"))
                .collect(Collectors.joining("\n"));
        return "%s%n(more in %s)".formatted(sentences, log);
    }
}

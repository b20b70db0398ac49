package app.orchard.storefront.api;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details of a stable type: {@code /problems/slot-full}, titled "Slot full". */
final class ProblemType {

    private ProblemType() {}

    static ProblemDetail of(String type, HttpStatusCode status, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("/problems/" + type));
        String words = type.replace('-', ' ');
        problem.setTitle(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        return problem;
    }

    static ProblemDetail ofStatus(HttpStatusCode status, @Nullable String sentence) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String type = known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return of(type, status, sentence == null ? "This request cannot be answered." : sentence);
    }
}

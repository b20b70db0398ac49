package app.orchard.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, 503",
        "08003, 503",
        "57P01, 503",
        "57P03, 503",
        "22008, 400",
        "22003, 400",
        "23505, 500",
        ", 500"
    })
    void tellsABrokenConnectionAndASillyValueFromABug(String state, int status) throws IOException {
        Problems problems = new Problems(new ProblemMembers(Clock.systemUTC()));
        Exception failure = new TransactionSystemException(
                "Could not commit", new IllegalStateException(new SQLException("Broken", state)));
        var request = new MockHttpServletRequest("POST", "/api/orders");
        request.setServletPath("/api/orders");

        ResponseEntity<ProblemDetail> answer = problems.other(failure, request, new MockHttpServletResponse());

        assertThat(Objects.requireNonNull(answer).getStatusCode().value()).isEqualTo(status);
    }
}

package app.orchard.storefront.api;

import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.storefront.security.BodyTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Every failure as problem details (RFC 9457): a stable type, a sentence for people, nothing from the inside. Pages of
 * the shop get the status only, and the error page that belongs to it.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemMembers members;

    Problems(ProblemMembers members) {
        this.members = members;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemDetail problem = ProblemType.of(refusal.type(), status(refusal.kind()), refusal.sentence());
        refusal.details().forEach((key, value) -> problem.setProperty(key, members.onTheWire(value)));
        return answer(problem, HttpHeaders.EMPTY, request, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> fields = new TreeMap<>();
        e.getFieldErrors().forEach(error -> fields.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        ProblemDetail problem = ProblemType.of(
                "invalid", HttpStatus.BAD_REQUEST, "Some fields are missing or wrong: see each of them.");
        problem.setProperty("fields", fields);
        return answer(problem, HttpHeaders.EMPTY, request, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge(tooLarge, request, response);
            }
        }
        return answer(
                ProblemType.of(
                        "unreadable",
                        HttpStatus.BAD_REQUEST,
                        "The body is not the JSON that this request needs; see the description of the API."),
                HttpHeaders.EMPTY,
                request,
                response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(
                ProblemType.of("too-large", HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage())),
                HttpHeaders.EMPTY,
                request,
                response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemDetail problem =
                ProblemType.of("invalid", HttpStatus.BAD_REQUEST, "“" + e.getName() + "” has no possible value.");
        problem.setProperty("fields", Map.of(e.getName(), "has no possible value"));
        return answer(problem, HttpHeaders.EMPTY, request, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> invalid(
            HandlerMethodValidationException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> fields = new TreeMap<>();
        e.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> fields.put(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))));
        ProblemDetail problem = ProblemType.of(
                "invalid", HttpStatus.BAD_REQUEST, "Some values are missing or wrong: see each of them.");
        problem.setProperty("fields", fields);
        return answer(problem, HttpHeaders.EMPTY, request, response);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<ProblemDetail> away(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn("The database could not answer {}: {}", path(request), e.getMessage());
        return answer(
                ProblemType.of(
                        "unavailable",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The shop cannot answer for the moment. Please try again shortly."),
                HttpHeaders.EMPTY,
                request,
                response);
    }

    /** A value that no honest program sends, found only when it was read. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> strange(
            RequestRejectedException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.debug("Refused: {}", e.getMessage());
        return answer(
                ProblemType.of("invalid", HttpStatus.BAD_REQUEST, "A value has a character that is not allowed."),
                HttpHeaders.EMPTY,
                request,
                response);
    }

    /** The caller has hung up. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("A caller has gone: {}", e.getMessage());
    }

    /** What the web framework refuses by itself, and whatever nobody expected. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(
                    ProblemType.ofStatus(known.getStatusCode(), known.getBody().getDetail()),
                    known.getHeaders(),
                    request,
                    response);
        }
        String state = sqlState(e);
        if (isConnectionLost(state)) {
            return away(e, request, response);
        }
        if (isOutOfRange(state)) {
            return answer(
                    ProblemType.of("invalid", HttpStatus.BAD_REQUEST, "A value is out of the possible range."),
                    HttpHeaders.EMPTY,
                    request,
                    response);
        }
        UUID id = TimeOrderedId.next();
        log.error("Unexpected failure {} at {} {}", id, request.getMethod(), path(request), e);
        ProblemDetail problem = ProblemType.of(
                "unexpected",
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong here. Please try again; if it stays, tell us the number " + id + ".");
        problem.setProperty("id", id);
        return answer(problem, HttpHeaders.EMPTY, request, response);
    }

    /** Each layer above the database wraps what it said in an exception of its own. Empty when it said nothing. */
    private static String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** A number or a moment that no column can hold: only callers who try it come up with one. */
    private static boolean isOutOfRange(String state) {
        return state.equals("22003") || state.equals("22008");
    }

    /** In the midst of a request. Class 08 says that the connection is broken, 57P01 to 57P03 that the server stops, crashed or starts. */
    private static boolean isConnectionLost(String state) {
        return state.startsWith("08") || state.startsWith("57P0");
    }

    private static @Nullable ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isPage(request)) {
            response.sendError(problem.getStatus());
            return null;
        }
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** For the log: a link that opens an order's page is nobody's who reads it. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/o/") ? "/o/" : request.getRequestURI();
    }

    private static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.equals("/api") && !path.startsWith("/api/") && !path.startsWith("/hooks/");
    }

    private static HttpStatusCode status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}

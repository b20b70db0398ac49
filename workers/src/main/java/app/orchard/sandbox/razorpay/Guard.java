package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Handler;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** Lets one request at a time change the books, and only those with the account's key use the API. */
final class Guard {
    private final Object books;
    private final String credentials;

    Guard(RazorpayAccount account, Object books) {
        this.books = books;
        String pair = account.keyId() + ":" + account.keySecret();
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A call of the API. */
    Handler api(Function<Request, Object> answer) {
        return problems(request -> {
            if (request.header("Authorization").filter(credentials::equals).isEmpty()) {
                throw Problem.unauthenticated();
            }
            return Reply.json(200, answer.apply(request));
        });
    }

    /** A call that steers the simulator. */
    Handler control(Function<Request, Object> answer) {
        return problems(request -> Reply.json(200, answer.apply(request)));
    }

    Handler page(Function<Request, Reply> page) {
        return alone(page::apply);
    }

    private Handler problems(Handler handler) {
        Handler alone = alone(handler);
        return request -> {
            try {
                return alone.handle(request);
            } catch (Problem e) {
                return e.reply();
            }
        };
    }

    private Handler alone(Handler handler) {
        return request -> {
            synchronized (books) {
                return handler.handle(request);
            }
        };
    }
}

package app.orchard.payment.razorpay;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP under the SDK. The SDK offers neither time-outs nor headers per request nor another address, and repeats a
 * refund by itself when a connection breaks; so its one static client is ours.
 */
final class Wire implements Interceptor {
    static final String NOT_SENT = "not sent: ";

    private static final String HOST = "api.razorpay.com";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final ScopedValue<Call> CALL = ScopedValue.newInstance();

    /**
     * What the SDK cannot be told about one call.
     *
     * @param base where to send it instead of the real gateway
     * @param status what was answered, 0 until then
     */
    record Call(
            @Nullable HttpUrl base,
            Duration timeout,
            @Nullable String refundKey,
            AtomicInteger status) {

        <T> T run(ScopedValue.CallableOp<T, ? extends Exception> question) throws Exception {
            return ScopedValue.where(CALL, this).call(question::call);
        }
    }

    private Wire() {}

    /** @throws IllegalStateException when this SDK is not built as the one we know */
    static void install() {
        try {
            Field client = Class.forName("com.razorpay.ApiUtils").getDeclaredField("client");
            if (client.getType() != OkHttpClient.class) {
                throw new IllegalStateException("The Razorpay SDK's HTTP client is now a " + client.getType()
                        + ". Look at its ApiUtils before using this version.");
            }
            client.setAccessible(true);
            client.set(null, client());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The Razorpay SDK no longer keeps its HTTP client in ApiUtils.client. Look there before using this "
                            + "version.",
                    e);
        }
    }

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .callTimeout(LONGEST_CALL)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new Wire())
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request asked = chain.request();
        if (!CALL.isBound() || !asked.url().host().equals(HOST)) {
            throw new IOException(NOT_SENT + "only our own calls to " + HOST + " pass here");
        }
        Call call = CALL.get();
        int millis = Math.toIntExact(call.timeout().toMillis());
        try {
            Response answer = chain.withConnectTimeout(millis, TimeUnit.MILLISECONDS)
                    .withReadTimeout(millis, TimeUnit.MILLISECONDS)
                    .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
                    .proceed(redirected(asked, call));
            call.status().set(answer.code());
            // The SDK guesses what it received from the address it believes it called.
            return answer.newBuilder().request(asked).build();
        } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
            throw new IOException(NOT_SENT + e.getMessage(), e);
        }
    }

    private static Request redirected(Request asked, Call call) {
        Request.Builder request = asked.newBuilder();
        if (call.base() != null) {
            request.url(asked.url()
                    .newBuilder()
                    .scheme(call.base().scheme())
                    .host(call.base().host())
                    .port(call.base().port())
                    .build());
        }
        if (call.refundKey() != null) {
            request.header("X-Refund-Idempotency", call.refundKey());
        }
        return request.build();
    }
}

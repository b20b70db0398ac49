package app.orchard.storefront.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are longer than any request of the API needs, told or found while reading. */
class BodyLimit extends OncePerRequestFilter {

    private static final int BYTES = 64 * 1024;
    private static final int PICTURE_BYTES = 2 * 1024 * 1024;
    private static final Pattern PICTURE = Pattern.compile("/api/staff/stops/[^/]+/evidence");

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = most(request);
        if (request.getContentLengthLong() > most) {
            refusals.answer(request, response, new BodyTooLarge(most));
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, most) : request, response);
    }

    private static int most(HttpServletRequest request) {
        return PICTURE.matcher(request.getRequestURI()).matches() ? PICTURE_BYTES : BYTES;
    }

    private static class Counted extends HttpServletRequestWrapper {

        private final int most;

        Counted(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedBody(super.getInputStream(), most);
        }
    }

    private static class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final int most;
        private int left;

        CountedBody(ServletInputStream body, int most) {
            this.body = body;
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0 && --left < 0) {
                throw new BodyTooLarge(most);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

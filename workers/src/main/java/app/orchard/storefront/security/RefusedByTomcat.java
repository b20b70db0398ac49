package app.orchard.storefront.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the web server refuses before the application sees it, an address it cannot read for one, is a problem too. */
@Component
class RefusedByTomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(AsProblem.class.getName());
            }
        });
    }

    /** Named to Tomcat, which makes it by itself. */
    public static class AsProblem extends ErrorReportValve {

        private static final int LEAST = 400;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < LEAST || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("application/problem+json");
                response.getReporter().write("""
                        {"type":"/problems/strange-request","title":"Strange request","status":%d,\
                        "detail":"This request cannot be answered as it was sent."}""".formatted(status));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Whoever asked does not listen any more.
            }
        }
    }
}

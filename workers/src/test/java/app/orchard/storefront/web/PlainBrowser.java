package app.orchard.storefront.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a script: keeps cookies, follows redirects, sends the forms that the last page showed. */
class PlainBrowser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private HttpResponse<String> page;

    PlainBrowser(int port) {
        this.base = "http://localhost:" + port;
        this.page = open("/");
    }

    HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html, */*;q=0.8"));
    }

    /** @param from the page that the link stood on */
    HttpResponse<String> open(String path, String from) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Referer", base + from)
                .header("Accept", "text/html, */*;q=0.8"));
    }

    /** Sends the first form of the page that goes there, its hidden fields included. */
    HttpResponse<String> submit(String action, Map<String, String> typed) {
        Map<String, String> fields = new TreeMap<>(hiddenFields(action));
        fields.putAll(typed);
        return post(action, fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, page.uri().getPath());
    }

    /** @param from the page that the form stood on */
    HttpResponse<String> post(String path, Map<String, String> fields, String from) {
        return postFrom(base + from, path, fields);
    }

    /** @param site the page of any site that the form stood on */
    HttpResponse<String> postFrom(String site, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at(path))
                .header("Accept", "text/html, */*;q=0.8")
                .header("Referer", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Map<String, String> hiddenFields(String action) {
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            if (form.group(1).equals(action)) {
                return HIDDEN.matcher(form.group())
                        .results()
                        .collect(Collectors.toMap(
                                field -> field.group(1), field -> field.group(2).replace("&amp;", "&"), (a, b) -> a));
            }
        }
        throw new AssertionError("No form goes to " + action + " on\n" + page.body());
    }

    String html() {
        return page.body();
    }

    String path() {
        return page.uri().getPath();
    }

    /** All that a pattern's first group finds on the page. */
    List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    String first(String pattern) {
        return all(pattern).getFirst();
    }

    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : base + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            page = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return page;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

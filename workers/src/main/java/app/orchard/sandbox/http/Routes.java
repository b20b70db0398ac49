package app.orchard.sandbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which handler answers which method and path; a path may hold {@code {names}}. The first match wins. */
public final class Routes {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private record Route(String method, Pattern path, List<String> names, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private final Handler otherwise;

    /** @param otherwise answers what no route matches */
    public Routes(Handler otherwise) {
        this.otherwise = otherwise;
    }

    public Routes on(String method, String path, Handler handler) {
        List<String> names =
                NAME.matcher(path).results().map(match -> match.group(1)).toList();
        routes.add(new Route(method, Pattern.compile(NAME.matcher(path).replaceAll("([^/]+)")), names, handler));
        return this;
    }

    Reply answer(Request request) throws IOException {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(request.path());
            if (route.method.equals(request.method()) && matcher.matches()) {
                return route.handler.handle(request.at(values(route.names, matcher)));
            }
        }
        return otherwise.handle(request);
    }

    private static Map<String, String> values(List<String> names, Matcher matcher) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return values;
    }
}

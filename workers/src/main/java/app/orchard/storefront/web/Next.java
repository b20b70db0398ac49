package app.orchard.storefront.web;

import java.util.regex.Pattern;

/** Where to go on: an address of this shop and of nobody else. */
final class Next {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w/?=&.%-]{0,300}");

    private Next() {}

    static String safe(String next) {
        return OURS.matcher(next).matches() ? next : "/";
    }
}

package app.orchard.console;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's words, from {@code vaadin-i18n/translations.properties}, in the language of the browser. */
public final class Text {

    private static final String WORDS = "vaadin-i18n.translations";

    private Text() {}

    /** @param values for the {@code {0}} of the sentence */
    public static String of(String key, Object... values) {
        String words = words().getString(key);
        return values.length == 0 ? words : new MessageFormat(words, locale()).format(values);
    }

    /** @return the word for a constant: {@code status.READY} for {@code ("status", READY)} */
    public static String of(String group, Enum<?> constant) {
        return of(group + "." + constant.name());
    }

    /** @return the special words of {@code group.name}, else the usual ones of {@code group} */
    public static String special(String group, String name) {
        String key = group + "." + name;
        return of(words().containsKey(key) ? key : group);
    }

    private static ResourceBundle words() {
        return ResourceBundle.getBundle(WORDS, locale());
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}

package app.orchard.sandbox.razorpay;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The look of the gateway's pages. */
final class Html {
    private static final String STYLE = """
            :root{color-scheme:light;--ink:#14213d;--soft:#5b6478;--line:#dfe3ec;--deep:#0b2a6f;--go:#1463ff}
            *{box-sizing:border-box}
            body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);
              background:#eef1f7;min-height:100vh}
            main{max-width:880px;margin:0 auto;padding:48px 20px}
            main.wide{max-width:1080px}
            .card{background:#fff;border-radius:16px;overflow:hidden;box-shadow:0 12px 40px #14213d1f;display:grid;
              grid-template-columns:320px 1fr}
            .side{background:linear-gradient(160deg,var(--deep),#123f9f);color:#fff;padding:32px 28px;display:flex;
              flex-direction:column}
            .side h1{font-size:1.15rem;margin:0 0 2px;font-weight:600}
            .side p{margin:0;opacity:.85}
            .side .sum{font-size:2.1rem;font-weight:700;margin:28px 0 4px;letter-spacing:-.02em}
            .side .foot{margin-top:auto;padding-top:32px;font-size:.8rem;opacity:.75}
            .work{padding:32px 28px}
            .work h2{font-size:1.05rem;margin:0 0 14px}
            .ways{border:0;padding:0;margin:0 0 22px;display:grid;gap:10px}
            .ways label{display:flex;gap:12px;align-items:center;border:1.5px solid var(--line);border-radius:12px;
              padding:13px 14px;cursor:pointer}
            .ways label:has(:checked){border-color:var(--go);background:#f2f6ff}
            .ways input{accent-color:var(--go);width:18px;height:18px;margin:0}
            .ways small{display:block;color:var(--soft)}
            button,.button{font:inherit;font-weight:600;border-radius:12px;padding:13px 18px;border:1.5px solid
              transparent;cursor:pointer;min-height:48px;width:100%;text-align:center;text-decoration:none;
              display:inline-block}
            .pay{background:var(--go);color:#fff}
            .fail{background:#fff;border-color:#d9a1a1;color:#9d1c1c}
            .leave{background:#fff;border-color:var(--line);color:var(--soft)}
            .row{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin-top:10px}
            .note{border-radius:12px;padding:12px 14px;margin:0 0 18px;background:#fdeeee;color:#7d1414}
            details{margin-top:16px;color:var(--soft);font-size:.9rem}
            details button{min-height:40px;padding:8px 12px;margin-top:8px;background:#fff;border-color:var(--line);
              color:var(--ink);font-weight:500}
            :is(button,.button,summary,input):focus-visible{outline:3px solid #8fb4ff;outline-offset:2px}
            table{width:100%;border-collapse:collapse;background:#fff;border-radius:12px;overflow:hidden;
              box-shadow:0 4px 16px #14213d14;margin:0 0 32px}
            th,td{text-align:left;padding:10px 14px;border-bottom:1px solid var(--line);font-size:.92rem;
              overflow-wrap:anywhere}
            th{color:var(--soft);font-weight:600}
            td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            code{font-size:.85em}
            .done{text-align:center;padding:56px 28px;grid-column:1/-1}
            .done .big{font-size:3rem;line-height:1}
            @media (max-width:720px){main{padding:0}main.wide{padding:20px 14px}
              .card{grid-template-columns:1fr;border-radius:0;min-height:100vh;align-content:start}
              .side{padding:22px 20px}.side .sum{margin:12px 0 0;opacity:1}.side .foot{display:none}.work{padding:24px 20px}
              thead{display:none}tr{display:block;padding:8px 0;border-bottom:1px solid var(--line)}
              td{display:flex;justify-content:space-between;gap:16px;border:0;padding:4px 14px;text-align:right}
              td::before{content:attr(data-label);color:var(--soft);text-align:left}}
            """;

    private Html() {}

    static String page(String title, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title><style>%s</style></head>
                <body>%s</body>
                </html>
                """.formatted(text(title), STYLE, main);
    }

    static String text(@Nullable Object value) {
        return Objects.toString(value, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String hidden(String name, @Nullable Object value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(text(name), text(value));
    }

    static String rupees(@Nullable Object paise) {
        long amount = paise instanceof Number number ? number.longValue() : 0;
        return NumberFormat.getCurrencyInstance(Locale.of("en", "IN")).format(BigDecimal.valueOf(amount, 2));
    }
}

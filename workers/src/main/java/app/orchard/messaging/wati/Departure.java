package app.orchard.messaging.wati;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notes whether a request began to leave us: before that moment a failure means that nothing was sent. */
final class Departure {

    static final EventListener LISTENER = new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
            Departure departure = call.request().tag(Departure.class);
            if (departure != null) {
                departure.left = true;
            }
        }
    };

    private volatile boolean left;

    boolean left() {
        return left;
    }
}

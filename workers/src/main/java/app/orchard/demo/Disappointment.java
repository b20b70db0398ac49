package app.orchard.demo;

/** Something did not go as the story of an order says. */
class Disappointment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Disappointment(String sentence) {
        super(sentence);
    }

    Disappointment(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

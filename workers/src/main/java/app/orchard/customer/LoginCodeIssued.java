package app.orchard.customer;

/** Somebody asked to log in: the code must reach the phone, and nothing else. */
public record LoginCodeIssued(String phone, String code) {

    @Override
    public String toString() {
        return "LoginCodeIssued";
    }
}

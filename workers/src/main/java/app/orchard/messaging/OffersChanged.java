package app.orchard.messaging;

/** A customer asked by WhatsApp for no more offers, or for offers again. */
record OffersChanged(String phone, boolean wanted) {

    @Override
    public String toString() {
        return "OffersChanged[" + wanted + "]";
    }
}

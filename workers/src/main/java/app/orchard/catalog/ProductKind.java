package app.orchard.catalog;

public enum ProductKind {
    MANGO,
    BAKERY
}

package app.orchard.routing.search;

/** A pause that begins between two moments, unless the tour has ended by then. */
public record Rest(int opens, int closes, int length) {}

package app.orchard.engine;

/** Everything the engine ever did is about to be read again: whoever keeps a projection of it empties it. */
public record ProjectionsEmptied() {}

package app.orchard.routing;

/**
 * A stop that nobody can serve beside the others.
 *
 * @param constraint what comes nearest to letting it in
 * @param byHowMuch a sentence for people
 */
public record Unplaced(String stop, Constraint constraint, String byHowMuch) {}

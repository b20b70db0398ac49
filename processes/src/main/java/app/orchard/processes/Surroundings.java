package app.orchard.processes;

import java.util.Set;

/**
 * What a model can rely on.
 *
 * @param groups of people, as tasks name them
 * @param processes that are deployed, by their ids; so are decisions and forms
 * @param waiting elements of this process at which instances of it stand now
 */
public record Surroundings(
        Set<String> groups, Set<String> processes, Set<String> decisions, Set<String> forms, Set<String> waiting) {}

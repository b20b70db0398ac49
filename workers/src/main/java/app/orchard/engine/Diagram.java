package app.orchard.engine;

import java.util.Set;

/**
 * Everything to draw one instance: its model in the version it runs on, and the ids of what happened in it.
 *
 * @param xml BPMN 2.0
 * @param active elements it is at
 * @param completed elements it passed
 * @param flows sequence flows it took
 * @param incidents elements that need somebody
 */
public record Diagram(
        String xml, Set<String> active, Set<String> completed, Set<String> flows, Set<String> incidents) {}

package app.orchard.models;

import java.util.List;

/**
 * A version of a process, and what happens in it.
 *
 * @param xml BPMN 2.0
 * @param steps at which something is, was, or got stuck; those where most are first
 */
public record ModelActivity(ModelVersion version, String xml, List<StepFigures> steps) {}

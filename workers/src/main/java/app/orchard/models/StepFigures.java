package app.orchard.models;

import org.jspecify.annotations.Nullable;

/**
 * What happens at one step of a version.
 *
 * @param here instances that are at it now
 * @param stuck incidents of it
 * @param passed how often the latest instances passed it
 * @param usualSeconds in which half of them did; null when none passed
 * @param longSeconds in which nine of ten did
 */
public record StepFigures(
        String element,
        String name,
        int here,
        int stuck,
        int passed,
        @Nullable Double usualSeconds,
        @Nullable Double longSeconds) {}

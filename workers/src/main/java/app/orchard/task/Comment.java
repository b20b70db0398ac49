package app.orchard.task;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody of the team said about a task or an order.
 *
 * @param login of who wrote it
 * @param name of who wrote it
 */
public record Comment(UUID id, String login, String name, String words, Instant writtenAt) {}

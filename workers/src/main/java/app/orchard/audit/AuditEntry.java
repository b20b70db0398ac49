package app.orchard.audit;

import java.time.Instant;

/**
 * One row that somebody changed.
 *
 * @param id grows with time
 * @param action what they did: service and method, {@code Cancellations.byStaff}
 * @param subject the table
 * @param rowKey its id, the order's where it has none of its own
 * @param before JSON object of the columns that changed, as they were; empty for a new row
 * @param after the same columns as they are; empty for a deleted row
 */
public record AuditEntry(
        long id, Instant at, String login, String action, String subject, String rowKey, String before, String after) {}
